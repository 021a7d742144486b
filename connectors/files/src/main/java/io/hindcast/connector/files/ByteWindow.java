package io.hindcast.connector.files;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// Reads single bytes and stretches of a mapped file through a chunk on the heap. For one thread.
final class ByteWindow {
    private static final int CHUNK = 1 << 18;

    private final MemorySegment segment;
    private final long size;
    private final byte[] chunk;
    private long start;
    private int filled;

    ByteWindow(MemorySegment segment) {
        this.segment = segment;
        this.size = segment.byteSize();
        this.chunk = new byte[(int) Math.min(CHUNK, size)];
    }

    long size() {
        return size;
    }

    /// The byte as 0 to 255, or -1 outside of the file.
    int at(long index) {
        long inside = index - start;
        if (inside < 0 || inside >= filled) {
            if (index < 0 || index >= size) {
                return -1;
            }
            start = index;
            filled = (int) Math.min(chunk.length, size - index);
            MemorySegment.copy(segment, ValueLayout.JAVA_BYTE, start, chunk, 0, filled);
            inside = 0;
        }
        return chunk[(int) inside] & 0xFF;
    }

    byte[] bytes(long from, int length) {
        var bytes = new byte[length];
        MemorySegment.copy(segment, ValueLayout.JAVA_BYTE, from, bytes, 0, length);
        return bytes;
    }

    /// The first place at or behind `from` that is no white space, or the size.
    long skipSpace(long from) {
        long at = from;
        while (isSpace(at(at))) {
            at++;
        }
        return at;
    }

    /// The place of the next line feed at or behind `from`, or the size.
    long endOfLine(long from) {
        long at = from;
        for (int c = at(at); c >= 0 && c != '\n'; c = at(at)) {
            at++;
        }
        return at;
    }

    static boolean isSpace(int c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t';
    }
}
