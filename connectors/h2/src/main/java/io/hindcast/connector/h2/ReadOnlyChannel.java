package io.hindcast.connector.h2;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import org.h2.store.fs.FileBase;
import org.jspecify.annotations.Nullable;

/// H2's view of a [SharedFile]: every change is refused.
final class ReadOnlyChannel extends FileBase {
    private final SharedFile file;
    private long position;

    ReadOnlyChannel(String path) throws IOException {
        this.file = SharedFile.open(path);
    }

    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized") // a place is said, so that nothing is shared
    public int read(ByteBuffer target, long from) throws IOException {
        if (target.hasArray()) {
            int read = file.read(target.array(), target.arrayOffset() + target.position(), target.remaining(), from);
            target.position(target.position() + Math.max(read, 0));
            return read;
        }
        byte[] bytes = new byte[target.remaining()];
        int read = file.read(bytes, 0, bytes.length, from);
        target.put(bytes, 0, Math.max(read, 0));
        return read;
    }

    @Override
    public synchronized int read(ByteBuffer target) throws IOException {
        int read = read(target, position);
        position += Math.max(read, 0);
        return read;
    }

    @Override
    public synchronized long position() {
        return position;
    }

    @Override
    public synchronized FileChannel position(long place) {
        position = place;
        return this;
    }

    @Override
    public long size() throws IOException {
        return file.size();
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        throw new IOException("opened for reading only");
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
        throw new IOException("opened for reading only");
    }

    /// The shared lock of all readers; nothing when somebody writes the file.
    @Override
    public @Nullable FileLock tryLock(long from, long size, boolean shared) throws IOException {
        return file.lock() ? new Held(this, from, size) : null;
    }

    @Override
    protected void implCloseChannel() throws IOException {
        file.close();
    }

    /// The lock as one channel sees it; it is let go of when the last reader closes the file.
    private static final class Held extends FileLock {
        Held(FileChannel channel, long from, long size) {
            super(channel, from, size, true);
        }

        @Override
        public boolean isValid() {
            return acquiredBy().isOpen();
        }

        @Override
        public void release() {
            // Other readers may still rely on it.
        }
    }
}
