package io.hindcast.fold.javascript;

import io.hindcast.engine.fold.Numbers;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.Text;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.ScriptRuntime;
import org.mozilla.javascript.Scriptable;

/// What the operators of a script do.
///
/// Whole numbers and [Exact] numbers are added, subtracted and multiplied exactly; a division is exact where it comes to
/// an end within [#DIGITS_OF_A_DIVISION] digits. A binary fraction (a `Double` that is not whole) stays binary and makes
/// binary what it is added to, so that it can be told apart in the state. Everything else is what JavaScript does.
final class Arithmetic {
    static final int DIGITS_OF_A_DIVISION = 34;
    private static final double WHOLE_BELOW = 9_007_199_254_740_992.0;
    private static final long WHOLE_LONG = 9_007_199_254_740_992L;
    private static final int MOST_DIGITS = 2_000;
    private static final MathContext DIVISION = new MathContext(DIGITS_OF_A_DIVISION, RoundingMode.HALF_EVEN);

    private Arithmetic() {}

    static Object add(@Nullable Object left, @Nullable Object right, Context cx) {
        if (left instanceof Integer one && right instanceof Integer two) {
            return whole((long) one + two);
        }
        if (left instanceof CharSequence || right instanceof CharSequence) {
            return text(left, right, cx);
        }
        Num one = exactly(left, false);
        Num two = exactly(right, false);
        if (one == null || two == null) {
            Object sum = ScriptRuntime.add(left, right, cx);
            return sum instanceof CharSequence text ? Caps.text(text) : sum;
        }
        return of(one.plus(two));
    }

    private static Object text(@Nullable Object left, @Nullable Object right, Context cx) {
        Object one = left instanceof Exact exact ? exact.toString() : left;
        Object two = right instanceof Exact exact ? exact.toString() : right;
        return ScriptRuntime.add(one, two, cx) instanceof CharSequence text ? Caps.text(text) : "";
    }

    static Object subtract(@Nullable Object left, @Nullable Object right) {
        if (left instanceof Integer one && right instanceof Integer two) {
            return whole((long) one - two);
        }
        Num one = exactly(left, true);
        Num two = exactly(right, true);
        if (one == null || two == null) {
            return ScriptRuntime.subtract(number(left), number(right));
        }
        return of(one.minus(two));
    }

    static Object multiply(@Nullable Object left, @Nullable Object right) {
        Num one = exactly(left, true);
        Num two = exactly(right, true);
        if (one == null || two == null || isNegativeZero(one, two)) {
            return ScriptRuntime.multiply(number(left), number(right));
        }
        return of(Num.of(one.value().multiply(two.value())));
    }

    static Object divide(@Nullable Object left, @Nullable Object right) {
        Num one = exactly(left, true);
        Num two = exactly(right, true);
        if (one != null && two != null && two.signum() != 0) {
            BigDecimal quotient = one.value().divide(two.value(), DIVISION);
            if (quotient.multiply(two.value()).compareTo(one.value()) == 0) {
                return of(Num.of(tidied(quotient, one.value(), two.value())));
            }
        }
        return ScriptRuntime.divide(number(left), number(right));
    }

    /// As many digits as the operands had, or as many as it takes.
    private static BigDecimal tidied(BigDecimal quotient, BigDecimal one, BigDecimal two) {
        int least = Math.max(0, one.scale() - two.scale());
        BigDecimal stripped = quotient.stripTrailingZeros();
        return stripped.setScale(Math.max(least, stripped.scale()), RoundingMode.UNNECESSARY);
    }

    static Object remainder(@Nullable Object left, @Nullable Object right) {
        Num one = exactly(left, true);
        Num two = exactly(right, true);
        if (one == null || two == null || two.signum() == 0 || one.signum() < 0) {
            return ScriptRuntime.remainder(number(left), number(right));
        }
        return of(Num.of(one.value().remainder(two.value())));
    }

    static Object negate(Object value) {
        if (value instanceof Exact exact) {
            return of(exact.value().negated());
        }
        return value instanceof BigInteger big ? big.negate() : (Object) (-ScriptRuntime.toNumber(value));
    }

    /// Below zero, zero or above, or null where the two are to be compared as JavaScript does.
    static @Nullable Integer compare(Object left, Object right) {
        if (!(left instanceof Exact) && !(right instanceof Exact)) {
            return null;
        }
        Num one = exactly(left, true);
        Num two = exactly(right, true);
        return one == null || two == null ? null : (Integer) one.compareTo(two);
    }

    /// What `Number(text)`, `parseFloat(text)` and a unary plus make: decimal text keeps its digits.
    static Object numberOf(Object value) {
        if (value instanceof Number && !(value instanceof BigInteger)) {
            return value;
        }
        if (value instanceof CharSequence text) {
            var read = Numbers.read(new Text(text.toString()));
            return read.isPresent() ? of(read.get()) : (Object) ScriptRuntime.toNumber(value);
        }
        if (value instanceof DecimalObject decimal) {
            return of(decimal.number());
        }
        return value instanceof BigInteger big ? of(Num.of(new BigDecimal(big))) : (Object) ScriptRuntime.toNumber(value);
    }

    /// The number a script gets for an exact one: a plain number where that is the same.
    static Object of(Num number) {
        if (number.isShort() && number.scale() == 0) {
            return whole(number.unscaled());
        }
        if (number.isShort() && Math.abs(number.scale()) <= MOST_DIGITS) {
            return new Exact(number);
        }
        BigDecimal value = number.value();
        if (value.precision() > MOST_DIGITS || Math.abs(value.scale()) > MOST_DIGITS) {
            throw ScriptRuntime.rangeError("a number of more than %d digits".formatted(MOST_DIGITS));
        }
        return new Exact(number);
    }

    private static Object whole(long value) {
        if (value == (int) value) {
            return (int) value;
        }
        return Math.abs(value) < WHOLE_LONG ? (Object) (double) value : new Exact(Num.of(value));
    }

    /// The exact number an operand stands for, null where it stands for none.
    ///
    /// @param texts whether decimal text counts, as it does for every operator but plus
    static @Nullable Num exactly(@Nullable Object value, boolean texts) {
        return switch (value) {
            case null -> Num.of(0);
            case Exact exact -> exact.value();
            case Integer whole -> Num.of(whole);
            case Double binary -> isWhole(binary) ? Num.of(binary.longValue()) : null;
            case DecimalObject decimal -> decimal.number();
            case Boolean is -> Num.of(is ? 1 : 0);
            case CharSequence text when texts -> Numbers.read(new Text(text.toString())).orElse(null);
            default -> null;
        };
    }

    static boolean isWhole(double value) {
        return value == Math.rint(value)
                && Math.abs(value) < WHOLE_BELOW
                && (value != 0 || 1 / value > 0);
    }

    private static boolean isNegativeZero(Num one, Num two) {
        return one.signum() * two.signum() == 0 && one.signum() + two.signum() < 0;
    }

    private static Number number(@Nullable Object value) {
        return value instanceof BigInteger big ? big : ScriptRuntime.toNumeric(primitive(value));
    }

    private static @Nullable Object primitive(@Nullable Object value) {
        return value instanceof Scriptable object ? object.getDefaultValue(ScriptRuntime.NumberClass) : value;
    }
}
