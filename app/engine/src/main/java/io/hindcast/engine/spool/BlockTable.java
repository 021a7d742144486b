package io.hindcast.engine.spool;

import java.util.Arrays;

/// Which block holds which events. One thread adds; a reader sees the blocks below [#size()].
final class BlockTable {
    private volatile int[] firsts = new int[1024];
    private volatile long[] offsets = new long[1024];
    private volatile int[] packed = new int[1024];
    private volatile int[] plain = new int[1024];
    private volatile int size;
    private volatile int events;

    /// @param packedLength equal to the plain length where packing saved nothing
    @SuppressWarnings({"NonAtomicOperationOnVolatileField", "NonAtomicVolatileUpdate"}) // only the filling thread writes
    void add(int count, long offset, int packedLength, int plainLength) {
        int block = size;
        if (block == firsts.length) {
            firsts = Arrays.copyOf(firsts, block * 2);
            offsets = Arrays.copyOf(offsets, block * 2);
            packed = Arrays.copyOf(packed, block * 2);
            plain = Arrays.copyOf(plain, block * 2);
        }
        firsts[block] = events;
        offsets[block] = offset;
        packed[block] = packedLength;
        plain[block] = plainLength;
        size = block + 1;
        events = events + count;
    }

    int size() {
        return size;
    }

    /// How many events lie in the blocks, from ordinal 0 on.
    int events() {
        return events;
    }

    int blockOf(int event) {
        int found = Arrays.binarySearch(firsts, 0, size, event);
        return found >= 0 ? found : -found - 2;
    }

    int first(int block) {
        return firsts[block];
    }

    int end(int block) {
        return block + 1 < size ? firsts[block + 1] : events;
    }

    long offset(int block) {
        return offsets[block];
    }

    int packed(int block) {
        return packed[block];
    }

    int plain(int block) {
        return plain[block];
    }

    long packedBytes() {
        long sum = 0;
        int[] lengths = packed;
        for (int block = 0; block < size; block++) {
            sum += lengths[block];
        }
        return sum;
    }
}
