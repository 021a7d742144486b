package io.hindcast.connector.postgresql;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Numbers as PostgreSQL sends them: the high byte first.
final class Big {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle SHORTS = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);

    private Big() {}

    static long longAt(byte[] bytes, int place) {
        return (long) LONGS.get(bytes, place);
    }

    static int intAt(byte[] bytes, int place) {
        return (int) INTS.get(bytes, place);
    }

    static int shortAt(byte[] bytes, int place) {
        return (short) SHORTS.get(bytes, place);
    }
}
