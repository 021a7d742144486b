package io.hindcast.connector.files;

import io.hindcast.connector.Recognition;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/// Tells by name and first bytes whether a path can be ours. Never fails.
final class FileSigns {
    private static final int LOOK = 512;

    /// How files of other kinds begin: SQLite, H2 (two formats), Parquet, zip, PDF, ELF.
    private static final List<String> FOREIGN =
            List.of("SQLite format 3", "H:2,", "-- H2 0.5", "PAR1", "PK\u0003\u0004", "%PDF", "\u007fELF");

    private FileSigns() {}

    static Recognition recognise(Path path) {
        try {
            if (Files.isDirectory(path)) {
                return holdsCandidates(path) ? Recognition.POSSIBLE : Recognition.NO;
            }
            var promised = Shape.promisedBy(String.valueOf(path.getFileName()));
            if (!Files.isReadable(path) || !Files.isRegularFile(path)) {
                return promised.isPresent() && (!Files.exists(path) || Files.isRegularFile(path))
                        ? Recognition.POSSIBLE
                        : Recognition.NO;
            }
            return judge(promised, firstText(path));
        } catch (IOException | RuntimeException _) {
            return Recognition.NO;
        }
    }

    static boolean isCandidate(Path path) {
        return Shape.promisedBy(String.valueOf(path.getFileName())).isPresent()
                && Files.isRegularFile(path)
                && !path.getFileName().toString().startsWith(".");
    }

    private static Recognition judge(Optional<Shape> promised, String text) {
        if (FOREIGN.stream().anyMatch(text::startsWith)) {
            return Recognition.NO;
        }
        String first = text.startsWith("\u00EF\u00BB\u00BF") ? text.substring(3).strip() : text.strip();
        boolean json = first.startsWith("{") || first.startsWith("[");
        if (promised.isEmpty()) {
            return first.startsWith("{\"") ? Recognition.POSSIBLE : Recognition.NO;
        }
        return json && promised.get() != Shape.CSV ? Recognition.CERTAIN : Recognition.POSSIBLE;
    }

    private static boolean holdsCandidates(Path folder) throws IOException {
        try (var entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                if (isCandidate(entry)) {
                    return true;
                }
            }
        }
        return false;
    }

    /// The first bytes, unpacked, one character a byte.
    private static String firstText(Path path) throws IOException {
        byte[] head = head(Files.newInputStream(path, StandardOpenOption.READ));
        if (head.length > 1 && head[0] == 0x1F && head[1] == (byte) 0x8B) {
            head = head(new GZIPInputStream(Files.newInputStream(path, StandardOpenOption.READ)));
        }
        return new String(head, StandardCharsets.ISO_8859_1);
    }

    private static byte[] head(InputStream stream) throws IOException {
        try (stream) {
            return stream.readNBytes(LOOK);
        }
    }
}
