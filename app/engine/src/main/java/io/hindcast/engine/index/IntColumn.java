package io.hindcast.engine.index;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A growing column of ints in chunks that never move once written. Zeros cost nothing until a chunk holds something
/// else. One thread writes; readers must learn from it, in a way that orders memory, how far they may read.
final class IntColumn {
    private static final int SHIFT = 16;
    private static final int MASK = (1 << SHIFT) - 1;
    private volatile int[] @Nullable [] chunks = new int[16] @Nullable [];

    void put(int index, int value) {
        int chunk = index >>> SHIFT;
        if (chunk >= chunks.length) {
            chunks = Arrays.copyOf(chunks, Math.max(chunk + 1, chunks.length * 2));
        }
        int[] values = chunks[chunk];
        if (values == null) {
            if (value == 0) {
                return;
            }
            values = new int[1 << SHIFT];
            chunks[chunk] = values;
        }
        values[index & MASK] = value;
    }

    int at(int index) {
        int[] @Nullable [] all = chunks;
        int chunk = index >>> SHIFT;
        int[] values = chunk < all.length ? all[chunk] : null;
        return values == null ? 0 : values[index & MASK];
    }

    long bytes() {
        long bytes = 0;
        for (int[] values : chunks) {
            bytes += values == null ? 0 : (long) values.length * Integer.BYTES;
        }
        return bytes;
    }
}
