package io.hindcast.engine.index;

import java.util.Arrays;

/// A growing column of longs in chunks that never move once written.
final class LongColumn {
    private static final int SHIFT = 16;
    private static final int MASK = (1 << SHIFT) - 1;
    private volatile long[][] chunks = new long[16][];

    void put(int index, long value) {
        int chunk = index >>> SHIFT;
        if (chunk == chunks.length) {
            chunks = Arrays.copyOf(chunks, chunk * 2);
        }
        if (chunks[chunk] == null) {
            chunks[chunk] = new long[1 << SHIFT];
        }
        chunks[chunk][index & MASK] = value;
    }

    long at(int index) {
        return chunks[index >>> SHIFT][index & MASK];
    }
}
