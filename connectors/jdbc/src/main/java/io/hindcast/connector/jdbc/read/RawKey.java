package io.hindcast.connector.jdbc.read;

import io.hindcast.event.ByteSlice;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The bytes of some values of a row behind one another, each with its length before it, so that two keys are equal
/// exactly if all values are; zeros lie behind the last. Written anew for every row; one thread.
final class RawKey {
    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long PRIME = 0x9E37_79B9_7F4A_7C15L;

    /// So many numbers of eight bytes are the whole of a short key.
    static final int SHORT = 4;

    private byte[] bytes = new byte[256];
    private int length;

    void clear() {
        length = 0;
        for (int i = 0; i < SHORT; i++) {
            LONGS.set(bytes, i * Long.BYTES, 0L);
        }
    }

    void add(@Nullable ByteSlice value) {
        int size = value == null ? 0 : value.length();
        int end = Math.addExact(length, size + Integer.BYTES);
        if (end > bytes.length - Long.BYTES) {
            bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(end, Long.BYTES), bytes.length * 2));
        }
        INTS.set(bytes, length, value == null ? -1 : size);
        if (value != null) {
            System.arraycopy(value.array(), value.offset(), bytes, length + Integer.BYTES, size);
        }
        length = end;
        LONGS.set(bytes, end, 0L);
    }

    int length() {
        return length;
    }

    int hash() {
        long hash = length;
        for (int at = 0; at < length; at += Long.BYTES) {
            hash = (hash ^ (long) LONGS.get(bytes, at)) * PRIME;
            hash ^= hash >>> 32;
        }
        return (int) (hash ^ hash >>> 29);
    }

    boolean isShort() {
        return length <= SHORT * Long.BYTES;
    }

    /// The eight bytes at a place as a number, with zeros for those behind the end.
    ///
    /// @param place below [#SHORT]
    long part(int place) {
        return (long) LONGS.get(bytes, place * Long.BYTES);
    }

    boolean holds(byte[] other) {
        return Arrays.equals(bytes, 0, length, other, 0, other.length);
    }

    byte[] copy() {
        return Arrays.copyOf(bytes, length);
    }
}
