package io.hindcast.event;

import java.util.Arrays;

/// The bytes of the rows of a page behind one another, in arrays of moderate size: a large array costs a garbage
/// collector more than many of these, and a page that grows need not be copied. A row lies whole in one array.
///
/// Places are counted through all arrays; an array begins at a multiple of [#CHUNK]. One thread writes.
final class BodyBytes {
    private static final int SHIFT = 18;
    /// Bytes of an array, unless a single row needs more.
    static final int CHUNK = 1 << SHIFT;

    private static final int LEAST = 1024;

    private byte[][] chunks = new byte[4][];
    private byte[] current;
    private int base;
    private int row;
    private int used;
    private int written;

    /// @param expected a guess at the length of all rows together
    BodyBytes(int expected) {
        this.current = new byte[Math.min(CHUNK, Math.max(expected, LEAST))];
        chunks[0] = current;
    }

    /// From here on bytes belong to another row.
    void startRow() {
        row = used;
    }

    /// Where the row that is being written begins; changes when it has to move to have room.
    int row() {
        return row;
    }

    /// Behind the last byte.
    int used() {
        return used;
    }

    /// How many bytes were appended in all.
    int written() {
        return written;
    }

    void append(byte[] source, int offset, int length) {
        if (current.length - (used - base) < length) {
            makeRoom(length);
        }
        System.arraycopy(source, offset, current, used - base, length);
        used += length;
        written = Math.addExact(written, length);
    }

    private void makeRoom(int length) {
        int needed = Math.addExact(used - base, length);
        if (needed <= CHUNK) {
            current = Arrays.copyOf(current, Math.min(CHUNK, Math.max(current.length * 2, needed)));
            chunks[base >>> SHIFT] = current;
            return;
        }
        int own = used - row;
        int from = row - base;
        byte[] before = current;
        if (from > 0) { // else nothing but this row lies here
            base = next(base + before.length);
        }
        current = new byte[Math.max(CHUNK, Math.addExact(own, length))];
        System.arraycopy(before, from, current, 0, own);
        row = base;
        used = row + own;
        int place = base >>> SHIFT;
        if (place >= chunks.length) {
            chunks = Arrays.copyOf(chunks, Math.max(place + 1, chunks.length * 2));
        }
        chunks[place] = current;
    }

    private static int next(int end) {
        return Math.addExact(end, CHUNK - 1) & -CHUNK;
    }

    /// Lets go of what would be held for nothing.
    void trim() {
        int filled = used - base;
        if (filled < current.length / 4 * 3) {
            current = Arrays.copyOf(current, filled);
            chunks[base >>> SHIFT] = current;
        }
    }

    /// @param row where the row begins
    /// @param from where the bytes begin, in that row
    ByteSlice slice(int row, int from, int to) {
        return from == to
                ? ByteSlice.empty()
                : new ByteSlice(chunks[row >>> SHIFT], from - (row & -CHUNK), to - from);
    }
}
