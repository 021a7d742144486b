package io.hindcast.connector.jdbc.read;

import io.hindcast.event.ByteSlice;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The bytes of some values of a row behind one another, each with its length before it, so that two keys are equal
/// exactly if all values are. Written anew for every row; one thread.
final class RawKey {
    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long PRIME = 0x9E37_79B9_7F4A_7C15L;

    private byte[] bytes = new byte[256];
    private int length;

    void clear() {
        length = 0;
    }

    void add(@Nullable ByteSlice value) {
        int size = value == null ? 0 : value.length();
        int end = Math.addExact(length, size + Integer.BYTES);
        if (end > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(end, bytes.length * 2));
        }
        INTS.set(bytes, length, value == null ? -1 : size);
        if (value != null) {
            System.arraycopy(value.array(), value.offset(), bytes, length + Integer.BYTES, size);
        }
        length = end;
    }

    int length() {
        return length;
    }

    int hash() {
        long hash = length;
        int at = 0;
        for (; at <= length - Long.BYTES; at += Long.BYTES) {
            hash = (hash ^ (long) LONGS.get(bytes, at)) * PRIME;
            hash ^= hash >>> 32;
        }
        for (; at < length; at++) {
            hash = (hash ^ bytes[at]) * PRIME;
        }
        return (int) (hash ^ hash >>> 29);
    }

    boolean holds(byte[] other) {
        return Arrays.equals(bytes, 0, length, other, 0, other.length);
    }

    /// Whether another key of as many values lies there. Of such keys none is the beginning of another, because each value
    /// says how long it is.
    boolean begins(byte[] other, int at) {
        return Arrays.equals(bytes, 0, length, other, at, at + length);
    }

    void copyTo(byte[] target, int at) {
        System.arraycopy(bytes, 0, target, at, length);
    }

    static int intAt(byte[] array, int at) {
        return (int) INTS.get(array, at);
    }

    static void putInt(byte[] array, int at, int value) {
        INTS.set(array, at, value);
    }

    byte[] copy() {
        return Arrays.copyOf(bytes, length);
    }
}
