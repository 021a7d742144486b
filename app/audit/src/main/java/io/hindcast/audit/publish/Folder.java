package io.hindcast.audit.publish;

import io.hindcast.audit.report.Attachment;
import io.hindcast.audit.report.Outputs;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The files of one report while they come into being: each is written beside its place under a name of its own, and all of
/// them get their final names together, when everything is written. Whoever breaks off leaves nothing under a final name.
///
/// Of one thread.
public final class Folder implements Outputs, AutoCloseable {
    /// What an unfinished file is called; a killed run may leave some behind.
    private static final String UNFINISHED = ".hindcast-part";

    private static final Pattern BEGUN = Pattern.compile("\\.[a-z]+|\\.manifest\\.json|-[A-Za-z]+\\.csv");

    /// How a file is opened for writing.
    @FunctionalInterface
    public interface Opening {
        OutputStream open(Path file) throws IOException;
    }

    private final Path folder;
    private final Opening opening;
    private final Map<String, Attachment> written = new LinkedHashMap<>();
    private final List<Path> begun = new ArrayList<>();

    public Folder(Path folder, Opening opening) {
        this.folder = folder;
        this.opening = opening;
    }

    /// Makes the folder where it is missing, and clears away what a killed run of the same report left unfinished.
    ///
    /// @return how many unfinished files were cleared away
    public int prepare(String base) throws IOException {
        Files.createDirectories(folder);
        int cleared = 0;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = String.valueOf(file.getFileName());
                if (name.endsWith(UNFINISHED) && belongs(name.substring(1, name.length() - UNFINISHED.length()), base)) {
                    Files.delete(file);
                    cleared++;
                }
            }
        }
        return cleared;
    }

    /// `base.pdf`, `base.manifest.json`, `base-totals.csv`; no other file whose name begins alike.
    private static boolean belongs(String name, String base) {
        return name.startsWith(base)
                && BEGUN.matcher(name.substring(base.length())).matches();
    }

    @Override
    public OutputStream create(String name, String mediaType) throws IOException {
        Path part = folder.resolve("." + name + UNFINISHED);
        MessageDigest digest = sha256();
        begun.add(part);
        OutputStream file = new BufferedOutputStream(new DigestOutputStream(opening.open(part), digest), 1 << 16);
        return new FilterOutputStream(file) {
            private long bytes;
            private boolean closed;

            @Override
            public void write(int b) throws IOException {
                out.write(b);
                bytes++;
            }

            @Override
            public void write(byte[] some, int offset, int length) throws IOException {
                out.write(some, offset, length);
                bytes += length;
            }

            @Override
            public void close() throws IOException {
                if (!closed) {
                    closed = true;
                    super.close();
                    String hash = HexFormat.of().formatHex(digest.digest());
                    written.put(name, new Attachment(name, mediaType, part, bytes, hash));
                }
            }
        };
    }

    /// What is written by now, in the order in which it was.
    public List<Attachment> written() {
        return List.copyOf(written.values());
    }

    /// Takes back a file that was needed only on the way.
    public void drop(String name) throws IOException {
        Attachment file = written.remove(name);
        if (file != null) {
            Files.delete(file.file());
        }
    }

    /// Gives all files their final names; the last one written gets its name last.
    ///
    /// @param replaced what goes away, unless it is written anew: a manifest of before and what belongs to it must not stand
    ///     beside files that are not its own
    /// @return the final places
    public List<Path> finish(List<Path> replaced) throws IOException {
        var places = new ArrayList<Path>();
        Files.deleteIfExists(folder.resolve(written().getLast().name()));
        for (Path old : replaced) {
            if (!written.containsKey(String.valueOf(old.getFileName()))) {
                Files.deleteIfExists(old);
            }
        }
        for (Attachment file : written.values()) {
            Path place = folder.resolve(file.name());
            Files.move(file.file(), place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            places.add(place);
        }
        begun.clear();
        return places;
    }

    /// Takes away what did not get its final name.
    @Override
    public void close() {
        for (Path part : begun) {
            try {
                Files.deleteIfExists(part);
            } catch (IOException _) {
                // the next run of this report clears it away
            }
        }
        begun.clear();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
