package io.hindcast.engine.fold;

import io.hindcast.engine.state.Absent;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Items;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateValue;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One field of a [FieldsDraft] that was written or is written often: a number is added to here without being built.
final class Cell {
    private static final long[] TENS = tens();

    final FieldsDraft owner;
    final String name;

    /// Where it is from the root of the state, for one that was reached by a known path.
    private @Nullable FieldPath path;

    /// How many containers had been replaced when the way here was last walked.
    long foundAt;

    /// The event that touched it last; of another event it has no touch.
    long event;

    /// Whether what it holds is not among the values of its owner yet.
    boolean isChanged;

    /// Whether its owner has let go of it.
    boolean isDead;

    // Where `value` is null, it is this number.
    private @Nullable StateValue value;
    private boolean isNumber;
    private long unscaled;
    private int scale;

    Cell(FieldsDraft owner, String name, StateValue value) {
        this.owner = owner;
        this.name = name;
        this.value = value;
        take(value);
    }

    void reachedBy(FieldPath known) {
        path = known;
    }

    FieldPath path() {
        return Objects.requireNonNull(path, "touched by a known path");
    }

    StateValue value() {
        StateValue known = value;
        if (known == null) {
            known = Num.of(unscaled, scale);
            value = known;
        }
        return known;
    }

    void set(StateValue changed) {
        value = changed;
        take(changed);
    }

    private void take(StateValue held) {
        isNumber = held instanceof Num number && number.isShort();
        if (isNumber) {
            Num number = (Num) held;
            unscaled = number.unscaled();
            scale = number.scale();
        }
    }

    boolean holdsContainer() {
        return !isNumber && (value instanceof Fields || value instanceof Items);
    }

    /// Adds exactly, to what [Num#plus] would answer.
    ///
    /// @return false, and nothing is done, where it holds something else than a number or nothing, or the sum takes more
    ///     than a long
    boolean add(long otherUnscaled, int otherScale) {
        if (!isNumber) {
            return addToNothing(otherUnscaled, otherScale);
        }
        long one = unscaled;
        long other = otherUnscaled;
        int common = scale;
        if (scale != otherScale) {
            common = Math.max(scale, otherScale);
            if (!fits(one, common - scale) || !fits(other, common - otherScale)) {
                return false;
            }
            one *= TENS[common - scale];
            other *= TENS[common - otherScale];
        }
        long sum = one + other;
        if (((one ^ sum) & (other ^ sum)) < 0) {
            return false;
        }
        unscaled = sum;
        scale = common;
        value = null;
        return true;
    }

    private boolean addToNothing(long otherUnscaled, int otherScale) {
        boolean nothing = value instanceof Absent || value instanceof Null;
        if (nothing) {
            isNumber = true;
            unscaled = otherUnscaled;
            scale = otherScale;
            value = null;
        }
        return nothing;
    }

    private static boolean fits(long number, int power) {
        if (power >= TENS.length) {
            return false;
        }
        long tens = TENS[power];
        return Math.multiplyHigh(number, tens) == (number * tens) >> 63;
    }

    private static long[] tens() {
        var tens = new long[19];
        tens[0] = 1;
        for (int i = 1; i < tens.length; i++) {
            tens[i] = tens[i - 1] * 10;
        }
        return tens;
    }

    /// Remembers what it holds.
    void save(Touch touch) {
        touch.before = value;
        touch.wasNumber = isNumber;
        touch.unscaled = unscaled;
        touch.scale = scale;
    }

    /// Holds again what was remembered.
    void bringBack(Touch touch) {
        value = touch.before;
        isNumber = touch.wasNumber;
        unscaled = touch.unscaled;
        scale = touch.scale;
    }

    /// Whether it holds again what it held before, maybe in another spelling.
    boolean isBack(Touch touch) {
        return (touch.wasNumber && isNumber && touch.scale == scale)
                ? touch.unscaled == unscaled
                : touch.before().equals(value());
    }
}
