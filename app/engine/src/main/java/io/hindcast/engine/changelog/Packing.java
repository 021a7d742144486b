package io.hindcast.engine.changelog;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Packs bytes in the block format of LZ4: runs of new bytes, and references to bytes up to 64 KiB before. Chosen for
/// speed: it packs and unpacks bodies in a fraction of the time that reading them took.
final class Packing {
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int LEAST = 4;
    private static final int LAST_BYTES = 5;
    private static final int LAST_START = 12;
    private static final int FARTHEST = 0xFFFF;
    private static final int TABLE_BITS = 14;
    private static final int LONG_RUN = 15;

    private final int[] table = new int[1 << TABLE_BITS]; // where four bytes were seen last, plus 1
    private byte[] out = new byte[1024];
    private int used;

    /// @return the packed bytes of the first `length` of a source
    byte[] pack(byte[] source, int length) {
        Arrays.fill(table, 0);
        used = 0;
        out = out.length < length + length / 255 + 16 ? new byte[length + length / 255 + 16] : out;
        int anchor = 0;
        int at = 0;
        while (at <= length - LAST_START) {
            int four = (int) INT.get(source, at);
            int slot = (four * 0x9E3779B1) >>> (32 - TABLE_BITS);
            int seen = table[slot] - 1;
            table[slot] = at + 1;
            if (seen >= 0 && at - seen <= FARTHEST && (int) INT.get(source, seen) == four) {
                int end = at + LEAST;
                int other = seen + LEAST;
                while (end < length - LAST_BYTES && source[end] == source[other]) {
                    end++;
                    other++;
                }
                run(source, anchor, at, end - at - LEAST);
                out[used++] = (byte) (at - seen);
                out[used++] = (byte) ((at - seen) >>> 8);
                more(end - at - LEAST);
                at = end;
                anchor = end;
            } else {
                at += 1 + ((at - anchor) >>> 6);
            }
        }
        run(source, anchor, length, 0);
        return Arrays.copyOf(out, used);
    }

    private void run(byte[] source, int from, int to, int match) {
        int length = to - from;
        out[used++] = (byte) (Math.min(length, LONG_RUN) << 4 | Math.min(match, LONG_RUN));
        more(length);
        System.arraycopy(source, from, out, used, length);
        used += length;
    }

    private void more(int length) {
        if (length >= LONG_RUN) {
            int rest = length - LONG_RUN;
            for (; rest >= 255; rest -= 255) {
                out[used++] = (byte) 255;
            }
            out[used++] = (byte) rest;
        }
    }

    /// @param length of what was packed
    static byte[] unpack(byte[] packed, int length) {
        var out = new byte[length];
        int from = 0;
        int to = 0;
        while (true) {
            int token = packed[from++] & 0xFF;
            int run = token >>> 4;
            if (run == LONG_RUN) {
                int more;
                do {
                    more = packed[from++] & 0xFF;
                    run += more;
                } while (more == 255);
            }
            System.arraycopy(packed, from, out, to, run);
            from += run;
            to += run;
            if (from == packed.length) {
                return out;
            }
            int distance = (packed[from] & 0xFF) | (packed[from + 1] & 0xFF) << 8;
            from += 2;
            int match = token & LONG_RUN;
            if (match == LONG_RUN) {
                int more;
                do {
                    more = packed[from++] & 0xFF;
                    match += more;
                } while (more == 255);
            }
            match += LEAST;
            if (distance >= match) {
                System.arraycopy(out, to - distance, out, to, match);
                to += match;
            } else {
                for (int end = to + match; to < end; to++) {
                    out[to] = out[to - distance];
                }
            }
        }
    }
}
