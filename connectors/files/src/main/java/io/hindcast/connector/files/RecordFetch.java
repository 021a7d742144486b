package io.hindcast.connector.files;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// Brings records onto the heap, several at a time when they are read one after the other. For one thread.
final class RecordFetch {
    private static final int CHUNK = 1 << 17;

    private final boolean backward;
    private byte[] chunk = new byte[0];
    private int file = -1;
    private long start;
    private int filled;
    private int from;
    private int to;

    RecordFetch(boolean backward) {
        this.backward = backward;
    }

    void fetch(MemorySegment bytes, int number, long offset, int length) {
        if (number != file || offset < start || offset + length > start + filled) {
            load(bytes, number, offset, length);
        }
        from = (int) (offset - start);
        to = from + length;
    }

    /// The array that holds the record, from [#from()] to [#to()], until the next fetch.
    byte[] array() {
        return chunk;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    private void load(MemorySegment bytes, int number, long offset, int length) {
        long first = backward ? Math.max(0, Math.min(offset, offset + length - CHUNK)) : offset;
        int wanted = (int) Math.min(Math.max(CHUNK, offset + length - first), bytes.byteSize() - first);
        if (chunk.length < wanted || chunk.length > 2 * Math.max(CHUNK, wanted)) {
            chunk = new byte[wanted];
        }
        MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, first, chunk, 0, wanted);
        file = number;
        start = first;
        filled = wanted;
    }
}
