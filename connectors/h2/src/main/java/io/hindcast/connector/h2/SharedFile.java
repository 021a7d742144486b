package io.hindcast.connector.h2;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A file that is opened once for all its readers in this program, for reading only and with one shared lock. Once,
/// because the operating system takes a program's lock away as soon as it closes the file anywhere; for the same
/// reason the open files are known to the whole program.
final class SharedFile {
    private static final Map<String, SharedFile> OPEN = new HashMap<>();

    private final String path;
    private final RandomAccessFile file;
    private int readers;
    private @Nullable FileLock lock;
    private long bytesRead;

    private SharedFile(String path) throws IOException {
        this.path = path;
        this.file = new RandomAccessFile(path, "r");
    }

    static SharedFile open(String path) throws IOException {
        synchronized (OPEN) {
            var shared = OPEN.get(path);
            if (shared == null) {
                shared = new SharedFile(path);
                OPEN.put(path, shared);
            }
            shared.readers++;
            return shared;
        }
    }

    /// Whether the shared lock is held now; not when another program, or a writer in this one, holds the file.
    synchronized boolean lock() throws IOException {
        try {
            if (lock == null) {
                lock = file.getChannel().tryLock(0, Long.MAX_VALUE, true);
            }
            return lock != null;
        } catch (OverlappingFileLockException _) {
            return false;
        }
    }

    /// Bytes from a position on; -1 at the end. An interrupt does not close the file, as it would a channel of the JDK.
    synchronized int read(byte[] target, int offset, int length, long position) throws IOException {
        file.seek(position);
        int read = file.read(target, offset, length);
        bytesRead += Math.max(read, 0);
        return read;
    }

    /// How much of a file that is open here has been read so far, some of it perhaps more than once.
    static long bytesRead(String path) {
        synchronized (OPEN) {
            var shared = OPEN.get(path);
            return shared == null ? 0 : shared.bytesReadHere();
        }
    }

    private synchronized long bytesReadHere() {
        return bytesRead;
    }

    synchronized long size() throws IOException {
        return file.length();
    }

    void close() throws IOException {
        synchronized (OPEN) {
            readers--;
            if (readers == 0) {
                OPEN.remove(path);
                file.close();
            }
        }
    }
}
