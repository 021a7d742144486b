package io.hindcast.engine.changelog;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

/// Bytes that only grow: a small array while there are few, then stretches of [LogMemory]. Written by one thread; what was
/// written before it was handed on may be read by many.
///
/// Numbers of a width must stand at multiples of that width.
final class Bytes {
    static final int STRETCH = 1 << 20;

    private static final int SHIFT = 20;
    private static final int FEW = 1 << 16;
    private static final int FIRST = 64;
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED;
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED;
    private static final ValueLayout.OfChar CHAR = ValueLayout.JAVA_CHAR_UNALIGNED;

    private final LogMemory memory;
    private byte[] few = new byte[FIRST];
    private MemorySegment[] stretches = {MemorySegment.ofArray(few)};
    private int room = FIRST;
    private int count = 1;
    private long size;

    Bytes(LogMemory memory) {
        this.memory = memory;
    }

    /// Another one in the same memory, empty.
    Bytes like() {
        return new Bytes(memory);
    }

    /// How many bytes were appended.
    long size() {
        return size;
    }

    /// How many bytes are held for that.
    long held() {
        return few.length > 0 ? few.length : (long) count << SHIFT;
    }

    long appendLong(long value) {
        long at = append(Long.BYTES);
        segment(at).set(LONG, at & STRETCH - 1, value);
        return at;
    }

    void appendChar(char value) {
        long at = append(Character.BYTES);
        segment(at).set(CHAR, at & STRETCH - 1, value);
    }

    long appendInt(int value) {
        long at = append(Integer.BYTES);
        segment(at).set(INT, at & STRETCH - 1, value);
        return at;
    }

    /// Appends a run of bytes, which may lie in two stretches.
    long appendAll(byte[] source, int from, int length) {
        long at = append(length);
        long to = at;
        int done = 0;
        while (done < length) {
            int here = (int) Math.min(length - done, STRETCH - (to & STRETCH - 1));
            MemorySegment.copy(
                    source, from + done, segment(to), ValueLayout.JAVA_BYTE, to & STRETCH - 1, here);
            done += here;
            to += here;
        }
        return at;
    }

    /// Makes room for so many bytes of zeros.
    long append(long length) {
        long at = size;
        size += length;
        ensure(size);
        return at;
    }

    long longAt(long at) {
        return segment(at).get(LONG, at & STRETCH - 1);
    }

    int intAt(long at) {
        return segment(at).get(INT, at & STRETCH - 1);
    }

    byte byteAt(long at) {
        return segment(at).get(ValueLayout.JAVA_BYTE, at & STRETCH - 1);
    }

    char charAt(long at) {
        return segment(at).get(CHAR, at & STRETCH - 1);
    }

    void setInt(long at, int value) {
        segment(at).set(INT, at & STRETCH - 1, value);
    }

    void copy(long at, byte[] target, int into, int length) {
        int done = 0;
        while (done < length) {
            long from = at + done;
            int here = (int) Math.min(length - done, STRETCH - (from & STRETCH - 1));
            MemorySegment.copy(segment(from), ValueLayout.JAVA_BYTE, from & STRETCH - 1, target, into + done, here);
            done += here;
        }
    }

    private MemorySegment segment(long at) {
        return stretches[(int) (at >>> SHIFT)];
    }

    private void ensure(long bytes) {
        if (few.length > 0 && bytes > room) {
            leaveOrGrow(bytes);
        }
        while (few.length == 0 && bytes > (long) count << SHIFT) {
            if (count == stretches.length) {
                stretches = Arrays.copyOf(stretches, count * 2);
            }
            stretches[count++] = memory.stretch(STRETCH);
        }
    }

    private void leaveOrGrow(long bytes) {
        if (bytes <= FEW) {
            room = Math.max(room * 2, Integer.highestOneBit((int) bytes - 1) * 2);
            few = Arrays.copyOf(few, room);
            stretches[0] = MemorySegment.ofArray(few);
            return;
        }
        MemorySegment first = memory.stretch(STRETCH);
        MemorySegment.copy(stretches[0], 0, first, 0, room);
        stretches[0] = first;
        few = new byte[0];
    }
}
