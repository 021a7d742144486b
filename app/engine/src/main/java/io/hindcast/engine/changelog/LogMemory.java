package io.hindcast.engine.changelog;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.ref.Cleaner;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Memory outside of the heap, up to a cap; above it, temporary files that only their owner may read and that have no
/// name any more once they are open. Either is given back when nobody can reach it. Safe for many threads.
public final class LogMemory {
    private static final Cleaner CLEANER = Cleaner.create();
    private static final String CAP = "hindcast.history.memory";
    private static final LogMemory COMMON = new LogMemory(commonCap(), null);
    private static final int ZEROS = 1 << 16;

    private final long cap;
    private final @Nullable Path folder;
    private final AtomicLong used = new AtomicLong();
    private final AtomicLong spilled = new AtomicLong();

    /// @param cap how many bytes may lie outside of the heap before files are used
    /// @param folder where the files go; null for the system's folder of temporary files
    public LogMemory(long cap, @Nullable Path folder) {
        this.cap = cap;
        this.folder = folder;
    }

    /// The one that all of the process share. Its cap is half the largest heap, or what the system property
    /// `hindcast.history.memory` says in MiB.
    public static LogMemory common() {
        return COMMON;
    }

    private static long commonCap() {
        Long stated = Long.getLong(CAP);
        return stated == null ? Runtime.getRuntime().maxMemory() / 2 : Math.max(0, stated) << 20;
    }

    /// How many bytes of a history's events may stay on the heap as they were read, without being packed.
    public long pagesOnHeap() {
        return cap / 4;
    }

    /// How many bytes may be held by histories that are kept in case somebody comes back to them.
    public long keptAside() {
        return cap / 4;
    }

    /// How many bytes lie outside of the heap now; unreachable ones that were not given back yet count.
    public long used() {
        return used.get();
    }

    /// How many bytes lie in files now; unreachable ones that were not given back yet count.
    public long spilled() {
        return spilled.get();
    }

    /// There is no room: the cap is reached, and no file can be written.
    public static final class Full extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Full(IOException cause) {
            super("no room for a temporary file of the history", cause);
        }
    }

    /// A stretch of zeros.
    ///
    /// @throws Full when it would have to go to a file, and there is no room for it
    MemorySegment stretch(int bytes) {
        if (used.addAndGet(bytes) <= cap) {
            return counted(Arena.ofAuto().allocate(bytes, Long.BYTES), used);
        }
        used.addAndGet(-bytes);
        try {
            MemorySegment segment = inFile(bytes);
            spilled.addAndGet(bytes);
            return counted(segment, spilled);
        } catch (IOException failure) {
            throw new Full(failure);
        }
    }

    private static MemorySegment counted(MemorySegment segment, AtomicLong where) {
        long bytes = segment.byteSize();
        CLEANER.register(segment.scope(), () -> where.addAndGet(-bytes));
        return segment;
    }

    private MemorySegment inFile(int bytes) throws IOException {
        // The system makes temporary files for their owner alone.
        Path path = folder == null
                ? Files.createTempFile("hindcast-", ".history")
                : Files.createTempFile(folder, "hindcast-", ".history");
        try (var file = FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE)) {
            // Written and not only mapped: a disk that is full is to say so here, not when memory is touched.
            var zeros = ByteBuffer.allocate(Math.min(bytes, ZEROS));
            for (long at = 0; at < bytes; at += zeros.capacity()) {
                file.write(zeros.clear().limit((int) Math.min(zeros.capacity(), bytes - at)), at);
            }
            return file.map(FileChannel.MapMode.READ_WRITE, 0, bytes, Arena.ofAuto());
        }
    }
}
