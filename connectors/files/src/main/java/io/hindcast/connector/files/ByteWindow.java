package io.hindcast.connector.files;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Reads single bytes and stretches of a mapped file through a chunk on the heap. For one thread.
final class ByteWindow {
    private static final int CHUNK = 1 << 18;
    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGH_BITS = 0x8080_8080_8080_8080L;
    private static final long LINE_FEEDS = '\n' * ONES;

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
        while (at(at) >= 0) {
            int place = lineFeed((int) (at - start));
            at = start + place;
            if (place < filled) {
                return at;
            }
        }
        return Math.min(at, size);
    }

    /// The place of the next line feed in the chunk, or its end.
    private int lineFeed(int from) {
        int place = from;
        for (; place <= filled - Long.BYTES; place += Long.BYTES) {
            long differ = (long) LONGS.get(chunk, place) ^ LINE_FEEDS;
            // the lowest of these bits belongs to a byte that is 0; a borrow can only forge higher ones
            long zeros = differ - ONES & ~differ & HIGH_BITS;
            if (zeros != 0) {
                return place + (Long.numberOfTrailingZeros(zeros) >>> 3);
            }
        }
        while (place < filled && chunk[place] != '\n') {
            place++;
        }
        return place;
    }

    /// Whether bytes are all ASCII.
    static boolean isAscii(byte[] bytes, int length) {
        int place = 0;
        for (; place <= length - Long.BYTES; place += Long.BYTES) {
            if (((long) LONGS.get(bytes, place) & HIGH_BITS) != 0) {
                return false;
            }
        }
        while (place < length && bytes[place] >= 0) {
            place++;
        }
        return place >= length;
    }

    static boolean isSpace(int c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t';
    }
}
