package io.hindcast.engine.spool;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// The block format of LZ4: runs of new bytes, and copies of at least four bytes from the 64 KB before. Made for speed,
/// shorter copies than of eight bytes are not even looked for:
/// about a third of the size for JSON, at a tenth of the time that deflating takes. One thread an instance.
final class Lz4 {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int LEAST = 4;
    private static final int FARTHEST = 0xFFFF;
    /// The format wants the last bytes to be new ones.
    private static final int LAST_NEW = 5;
    private static final int NO_COPY_STARTS = 12;
    /// Few enough places to stay in the nearest cache: that finds as much, and sooner.
    private static final int HASH_BITS = 12;
    private static final int LONG_RUN = 15;
    /// The longer nothing was found, the larger the steps.
    private static final int PATIENCE = 6;
    /// The first steps: bytes looked past save a quarter of the time and lose a twentieth of the saving.
    private static final int STEP = 3;

    private final int[] places = new int[1 << HASH_BITS];

    /// The most bytes that packing so many can give.
    static int room(int length) {
        return length + length / 255 + 16;
    }

    /// Packs the first bytes of an array.
    ///
    /// @param target has [#room(int)] bytes
    /// @return how many bytes of the target are used
    int pack(byte[] source, int length, byte[] target) {
        Arrays.fill(places, 0);
        int out = 0;
        int fresh = 0;
        int at = 0;
        int lastStart = length - NO_COPY_STARTS;
        while (true) {
            int copy = -1;
            int tried = STEP << PATIENCE;
            for (int next = at; next <= lastStart; next += tried++ >>> PATIENCE) {
                long eight = (long) LONGS.get(source, next);
                int place = place(eight);
                int candidate = places[place];
                places[place] = next;
                if (candidate < next && next - candidate <= FARTHEST && (long) LONGS.get(source, candidate) == eight) {
                    at = next;
                    copy = candidate;
                    break;
                }
            }
            if (copy < 0) {
                return lastRun(source, fresh, length, target, out);
            }
            while (at > fresh && copy > 0 && source[at - 1] == source[copy - 1]) {
                at--;
                copy--;
            }
            int same = same(source, copy, at, length - LAST_NEW);
            out = sequence(source, fresh, at - fresh, at - copy, same, target, out);
            at += same;
            fresh = at;
            if (at <= lastStart) {
                places[place((long) LONGS.get(source, at - 2))] = at - 2;
            }
        }
    }

    private static int place(long eight) {
        return (int) ((eight * 0x9E37_79B9_7F4A_7C15L) >>> (Long.SIZE - HASH_BITS));
    }

    private static int same(byte[] source, int one, int other, int end) {
        int from = other;
        int behind = one;
        int at = other;
        while (at <= end - Long.BYTES) {
            long difference = (long) LONGS.get(source, behind) ^ (long) LONGS.get(source, at);
            if (difference != 0) {
                return at - from + (Long.numberOfTrailingZeros(difference) >>> 3);
            }
            at += Long.BYTES;
            behind += Long.BYTES;
        }
        while (at < end && source[behind] == source[at]) {
            at++;
            behind++;
        }
        return at - from;
    }

    private static int sequence(byte[] source, int fresh, int run, int back, int same, byte[] target, int start) {
        int more = same - LEAST;
        target[start] = (byte) (Math.min(run, LONG_RUN) << 4 | Math.min(more, LONG_RUN));
        int out = length(run, target, start + 1);
        System.arraycopy(source, fresh, target, out, run);
        out += run;
        target[out++] = (byte) back;
        target[out++] = (byte) (back >>> 8);
        return length(more, target, out);
    }

    private static int lastRun(byte[] source, int fresh, int end, byte[] target, int start) {
        int run = end - fresh;
        target[start] = (byte) (Math.min(run, LONG_RUN) << 4);
        int out = length(run, target, start + 1);
        System.arraycopy(source, fresh, target, out, run);
        return out + run;
    }

    private static int length(int length, byte[] target, int start) {
        int out = start;
        if (length >= LONG_RUN) {
            int rest = length - LONG_RUN;
            for (; rest >= 255; rest -= 255) {
                target[out++] = (byte) 255;
            }
            target[out++] = (byte) rest;
        }
        return out;
    }

    /// Unpacks what [#pack] made.
    ///
    /// @param target exactly as long as what was packed
    /// @throws IndexOutOfBoundsException when the bytes are not what was packed
    static void unpack(byte[] source, int length, byte[] target) {
        int in = 0;
        int out = 0;
        while (true) {
            int token = source[in++] & 0xFF;
            int run = token >>> 4;
            if (run == LONG_RUN) {
                int more;
                do {
                    more = source[in++] & 0xFF;
                    run += more;
                } while (more == 255);
            }
            System.arraycopy(source, in, target, out, run);
            in += run;
            out += run;
            if (in >= length) {
                break;
            }
            int back = (source[in++] & 0xFF) | ((source[in++] & 0xFF) << 8);
            int same = token & LONG_RUN;
            if (same == LONG_RUN) {
                int more;
                do {
                    more = source[in++] & 0xFF;
                    same += more;
                } while (more == 255);
            }
            out = copy(target, out, back, same + LEAST);
        }
        if (out != target.length) {
            throw new IndexOutOfBoundsException("unpacked %d bytes instead of %d".formatted(out, target.length));
        }
    }

    private static int copy(byte[] target, int start, int back, int length) {
        int end = start + length;
        int out = start;
        if (back >= Long.BYTES) {
            for (; out <= end - Long.BYTES; out += Long.BYTES) {
                LONGS.set(target, out, (long) LONGS.get(target, out - back));
            }
        }
        for (; out < end; out++) {
            target[out] = target[out - back];
        }
        return end;
    }
}
