package io.hindcast.connector.h2;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import org.h2.store.fs.FileBase;
import org.jspecify.annotations.Nullable;

/// A file opened by the operating system for reading only. An interrupted thread does not close it under the others,
/// as it would a channel of the JDK.
final class ReadOnlyChannel extends FileBase {
    private final RandomAccessFile file;

    ReadOnlyChannel(String path) throws IOException {
        this.file = new RandomAccessFile(path, "r");
    }

    @Override
    public synchronized int read(ByteBuffer target, long position) throws IOException {
        file.seek(position);
        return read(target);
    }

    @Override
    public synchronized int read(ByteBuffer target) throws IOException {
        if (target.hasArray()) {
            int read = file.read(target.array(), target.arrayOffset() + target.position(), target.remaining());
            target.position(target.position() + Math.max(read, 0));
            return read;
        }
        byte[] bytes = new byte[target.remaining()];
        int read = file.read(bytes);
        target.put(bytes, 0, Math.max(read, 0));
        return read;
    }

    @Override
    public synchronized long position() throws IOException {
        return file.getFilePointer();
    }

    @Override
    public synchronized FileChannel position(long position) throws IOException {
        file.seek(position);
        return this;
    }

    @Override
    public synchronized long size() throws IOException {
        return file.length();
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        throw new IOException("opened for reading only");
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
        throw new IOException("opened for reading only");
    }

    /// A shared lock; nothing when another program holds the file.
    @Override
    public @Nullable FileLock tryLock(long position, long size, boolean shared) throws IOException {
        try {
            return file.getChannel().tryLock(position, size, true);
        } catch (OverlappingFileLockException _) {
            return null;
        }
    }

    @Override
    protected void implCloseChannel() throws IOException {
        file.close();
    }
}
