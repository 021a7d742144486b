package io.hindcast.engine.index;

import java.util.Arrays;

/// A growing column of ints in chunks that never move once written.
final class IntColumn {
    private static final int SHIFT = 16;
    private static final int MASK = (1 << SHIFT) - 1;
    private volatile int[][] chunks = new int[16][];

    void put(int index, int value) {
        int chunk = index >>> SHIFT;
        if (chunk == chunks.length) {
            chunks = Arrays.copyOf(chunks, chunk * 2);
        }
        if (chunks[chunk] == null) {
            chunks[chunk] = new int[1 << SHIFT];
        }
        chunks[chunk][index & MASK] = value;
    }

    int at(int index) {
        return chunks[index >>> SHIFT][index & MASK];
    }
}
