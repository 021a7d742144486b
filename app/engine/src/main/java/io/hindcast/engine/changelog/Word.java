package io.hindcast.engine.changelog;

import io.hindcast.engine.state.Absent;
import io.hindcast.engine.state.Bool;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Items;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.Opaque;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;

/// One value in 64 bits: what kind it is in the lowest four, the scale of a number in the next four, and 56 bits for a
/// number without its point, the size of a container, or the place in the [Pool] of what does not fit.
///
/// The difference of two words, as whole numbers that wrap around, leads from one to the other and back.
final class Word {
    static final long ABSENT = 0;

    static final int NULL = 1;
    static final int FALSE = 2;
    static final int TRUE = 3;
    static final int NUMBER = 4;
    static final int POOLED = 5;
    static final int FIELDS = 6;
    static final int ITEMS = 7;

    private static final int KIND = 0xF;
    private static final int SHIFT = 8;
    private static final int SCALES = 16;
    private static final long MOST = 1L << 55;

    private Word() {}

    static int kind(long word) {
        return (int) word & KIND;
    }

    static boolean isContainer(long word) {
        return kind(word) >= FIELDS;
    }

    /// The 56 bits.
    static long rest(long word) {
        return word >> SHIFT;
    }

    static long of(int kind, long rest) {
        return rest << SHIFT | kind;
    }

    /// A container of so many children.
    static long resized(long word, int by) {
        return word + ((long) by << SHIFT);
    }

    static long of(StateValue value, Pool pool) {
        return switch (value) {
            case Absent _ -> ABSENT;
            case Null _ -> NULL;
            case Bool(boolean is) -> is ? TRUE : FALSE;
            case Num number -> number(number, pool);
            case Text(String text) -> of(POOLED, pool.text(text));
            case Opaque opaque -> of(POOLED, pool.opaque(opaque));
            case Fields _ -> FIELDS;
            case Items _ -> ITEMS;
        };
    }

    private static long number(Num number, Pool pool) {
        if (number.isPlain() && number.scale() < SCALES) {
            long unscaled = number.unscaled();
            if (unscaled < MOST && unscaled >= -MOST) {
                return unscaled << SHIFT | (long) number.scale() << 4 | NUMBER;
            }
        }
        return of(POOLED, pool.number(number));
    }

    /// What a word of no container stands for.
    static StateValue value(long word, Pool pool) {
        return switch (kind(word)) {
            case NULL -> Null.NULL;
            case FALSE -> Bool.FALSE;
            case TRUE -> Bool.TRUE;
            case NUMBER -> Num.of(rest(word), (int) word >>> 4 & KIND);
            case POOLED -> pool.value(rest(word));
            default -> Absent.ABSENT;
        };
    }
}
