package io.hindcast.engine.index;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A growing column of longs in chunks that never move once written. Zeros cost nothing until a chunk holds something
/// else. One thread writes; readers must learn from it, in a way that orders memory, how far they may read.
final class LongColumn {
    private static final int SHIFT = 15; // 256 KB: twice that and a header would take a whole region each in heaps up to 2 GB
    private static final int MASK = (1 << SHIFT) - 1;
    private volatile long[] @Nullable [] chunks = new long[16] @Nullable [];

    void put(int index, long value) {
        int chunk = index >>> SHIFT;
        if (chunk >= chunks.length) {
            chunks = Arrays.copyOf(chunks, Math.max(chunk + 1, chunks.length * 2));
        }
        long[] values = chunks[chunk];
        if (values == null) {
            if (value == 0) {
                return;
            }
            values = new long[1 << SHIFT];
            chunks[chunk] = values;
        }
        values[index & MASK] = value;
    }

    long at(int index) {
        long[] @Nullable [] all = chunks;
        int chunk = index >>> SHIFT;
        long[] values = chunk < all.length ? all[chunk] : null;
        return values == null ? 0 : values[index & MASK];
    }

    /// Copies the values from one place on, for so many of them.
    void copy(int from, long[] target, int count) {
        for (int done = 0; done < count; ) {
            int index = from + done;
            int run = Math.min(count - done, MASK + 1 - (index & MASK));
            long[] @Nullable [] all = chunks;
            int chunk = index >>> SHIFT;
            long[] values = chunk < all.length ? all[chunk] : null;
            if (values == null) {
                Arrays.fill(target, done, done + run, 0);
            } else {
                System.arraycopy(values, index & MASK, target, done, run);
            }
            done += run;
        }
    }

    long bytes() {
        long bytes = 0;
        for (long[] values : chunks) {
            bytes += values == null ? 0 : (long) values.length * Long.BYTES;
        }
        return bytes;
    }
}
