package io.hindcast.connector.files;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.ConnectorException.Kind;
import io.hindcast.connector.SourceInfo.Proof;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/// A file opened for reading only and mapped into memory, unpacked into a temporary file first if it is gzip. Mapped,
/// because an interrupted reader would close a channel for everybody. Safe for many threads; close it to let go.
final class MappedFile implements AutoCloseable {
    private final Path path;
    private final long size;
    private final FileTime changedAt;
    private final boolean unpacked;
    private final Arena arena = Arena.ofShared();
    private final FileChannel channel;
    private final MemorySegment bytes;
    private final @Nullable Object key;
    /// Computed beside everything else, because only proofs need it.
    private final CompletableFuture<String> sha256;
    private volatile boolean closing;

    private MappedFile(Path path) throws IOException {
        this.path = path;
        this.key = key(path);
        this.size = Files.size(path);
        this.changedAt = Files.getLastModifiedTime(path);
        this.unpacked = isGzip(path);
        var digest = sha256();
        this.channel = unpacked ? unpack(path, digest) : FileChannel.open(path, StandardOpenOption.READ);
        this.bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
        this.sha256 = CompletableFuture.supplyAsync(() -> {
            if (!unpacked) {
                digestInto(digest);
            }
            return HexFormat.of().formatHex(digest.digest());
        });
    }

    /// What was added to a file behind a place, up to the end of its last whole line.
    private MappedFile(MappedFile whole, long from, long now) throws IOException {
        this.path = whole.path;
        this.key = whole.key;
        this.changedAt = whole.changedAt;
        this.sha256 = CompletableFuture.completedFuture("");
        this.unpacked = false;
        this.channel = FileChannel.open(path, StandardOpenOption.READ);
        var added = channel.map(FileChannel.MapMode.READ_ONLY, from, now - from, arena);
        this.size = endOfLastLine(added);
        this.bytes = added.asSlice(0, size);
        channel.close(); // the mapping stays, and a file that grows for long needs many
    }

    private static long endOfLastLine(MemorySegment text) {
        long end = text.byteSize();
        while (end > 0 && text.get(ValueLayout.JAVA_BYTE, end - 1) != '\n') {
            end--;
        }
        return end;
    }

    /// The whole lines that another program has added behind a place; of no bytes where there is none.
    ///
    /// @throws ConnectorException if the file is gone, or is another or a shorter one now
    MappedFile addedBehind(long from) {
        try {
            long now = Files.size(path);
            if (now < from || !Objects.equals(key, key(path))) {
                throw new ConnectorException(
                        Kind.DAMAGED, "The file " + path + " was replaced or cut off; open it again.");
            }
            return new MappedFile(this, from, now);
        } catch (IOException e) {
            throw new ConnectorException(Kind.UNREACHABLE, "The file " + path + " could not be read.", e);
        }
    }

    /// How many bytes the file has now, or -1.
    long sizeNow() {
        try {
            return Files.size(path);
        } catch (IOException _) {
            return -1;
        }
    }

    private static @Nullable Object key(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
    }

    boolean isUnpacked() {
        return unpacked;
    }

    /// @throws ConnectorException if the file is missing, refused, or damaged gzip
    static MappedFile open(Path path) {
        try {
            return new MappedFile(path);
        } catch (NoSuchFileException e) {
            throw new ConnectorException(Kind.NOT_FOUND, "There is no file " + path + ".", e);
        } catch (AccessDeniedException e) {
            throw new ConnectorException(
                    Kind.AUTHENTICATION, "The file " + path + " may not be read: permission is denied.", e);
        } catch (EOFException | ZipException e) {
            throw new ConnectorException(
                    Kind.DAMAGED, "The file " + path + " is damaged or cut off: it cannot be unpacked to its end.", e);
        } catch (IOException e) {
            throw new ConnectorException(Kind.UNREACHABLE, "The file " + path + " could not be read.", e);
        }
    }

    String name() {
        return String.valueOf(path.getFileName());
    }

    MemorySegment bytes() {
        return bytes;
    }

    /// @param follows whether what others add to the file is taken in
    List<Proof> proofs(boolean follows) {
        boolean same = isUnchanged();
        boolean grown = follows && sizeNow() > size;
        return List.of(
                new Proof(
                        name() + " opened",
                        unpacked
                                ? "for reading only; unpacked to a temporary file that goes when the store is closed"
                                : "for reading only",
                        true),
                digest(),
                new Proof(
                        name() + " unchanged since opening",
                        same
                                ? "size and time of change are the same"
                                : grown ? "another program has added to it" : "size or time of change differ",
                        same || grown));
    }

    /// Fails to be known where the file was cut off, or let go of, before it was read to its end.
    private Proof digest() {
        String known = sha256.exceptionally(_ -> "").join();
        return new Proof(
                name() + " size and SHA-256",
                size + " bytes, " + (known.isEmpty() ? "not read to the end" : known),
                !known.isEmpty());
    }

    private boolean isUnchanged() {
        try {
            return Files.size(path) == size && Files.getLastModifiedTime(path).equals(changedAt);
        } catch (IOException _) {
            return false;
        }
    }

    @Override
    public void close() {
        closing = true;
        sha256.exceptionally(_ -> "").join();
        try (channel) {
            arena.close();
        } catch (IOException e) {
            throw new ConnectorException(Kind.INTERNAL, "The file " + path + " could not be closed.", e);
        }
    }

    private void digestInto(MessageDigest digest) {
        long at = 0;
        while (at < bytes.byteSize() && !closing) {
            long length = Math.min(1 << 24, bytes.byteSize() - at);
            digest.update(bytes.asSlice(at, length).asByteBuffer());
            at += length;
        }
        if (at < bytes.byteSize()) {
            throw new CancellationException("closed before its digest was known");
        }
    }

    private static boolean isGzip(Path path) throws IOException {
        try (var in = Files.newInputStream(path, StandardOpenOption.READ)) {
            var magic = in.readNBytes(2);
            return magic.length == 2 && magic[0] == 0x1F && magic[1] == (byte) 0x8B;
        }
    }

    private static FileChannel unpack(Path path, MessageDigest digest) throws IOException {
        var target = Files.createTempFile("hindcast-", ".unpacked");
        var unpacked = FileChannel.open(
                target, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        try (var packed = new DigestInputStream(
                        new BufferedInputStream(Files.newInputStream(path, StandardOpenOption.READ)), digest);
                InputStream in = new GZIPInputStream(packed, 1 << 16)) {
            in.transferTo(Channels.newOutputStream(unpacked));
            packed.transferTo(java.io.OutputStream.nullOutputStream());
            return unpacked;
        } catch (IOException e) {
            unpacked.close();
            throw e;
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
