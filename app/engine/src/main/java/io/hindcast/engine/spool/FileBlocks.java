package io.hindcast.engine.spool;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/// Blocks in a file that only its owner may read. Where the system allows it, the file loses its name as soon as it is
/// open, so that it is gone when the program is, in whatever way that ends; elsewhere it is deleted when closed, or at
/// the program's exit.
///
/// Not a channel: a question that is overtaken is interrupted, and an interrupted reader would close a channel for all.
final class FileBlocks implements Blocks {
    private final Path path;
    private final RandomAccessFile file;
    private long end;

    private FileBlocks(Path path, RandomAccessFile file) {
        this.path = path;
        this.file = file;
    }

    static FileBlocks create() throws IOException {
        Path path = Files.createTempFile("hindcast-", ".spool", ownerOnly());
        var file = new RandomAccessFile(path.toFile(), "rw");
        try {
            Files.delete(path);
        } catch (IOException _) {
            path.toFile().deleteOnExit(); // a system that keeps the name of an open file
        }
        return new FileBlocks(path, file);
    }

    private static FileAttribute<?>[] ownerOnly() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    @Override
    public synchronized long append(byte[] bytes, int length) throws IOException {
        long offset = end;
        file.seek(offset);
        file.write(bytes, 0, length);
        end += length;
        return offset;
    }

    @Override
    public byte[] read(long offset, int length) throws IOException {
        byte[] bytes = new byte[length];
        synchronized (this) {
            file.seek(offset);
            file.readFully(bytes);
        }
        return bytes;
    }

    @Override
    public synchronized void close() throws IOException {
        file.close();
        Files.deleteIfExists(path);
    }
}
