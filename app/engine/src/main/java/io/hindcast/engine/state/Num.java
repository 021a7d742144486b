package io.hindcast.engine.state;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// An exact number: a decimal of any length, and the digits it was written with.
///
/// Equality is by value; [#digits()] keeps the store's own spelling (`1.50`, `1E3`) for showing and export. Numbers
/// that fit a `long` with a decimal point are added and compared without big decimals; the result is the same.
public final class Num implements StateValue, Comparable<Num> {
    private static final int EXPONENT_LIMIT = 100_000;
    private static final int LENGTH_LIMIT = 100_000;
    private static final int PLAIN_DIGITS = 18;
    private static final Pattern JSON = Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?");

    // The value is unscaled / 10^scale; `big` instead where that does not fit.
    private final long unscaled;
    private final int scale;
    private final @Nullable BigDecimal big;
    private final @Nullable String written;

    private Num(long unscaled, int scale, @Nullable BigDecimal big, @Nullable String written) {
        this.unscaled = unscaled;
        this.scale = scale;
        this.big = big;
        this.written = written;
    }

    public static Num of(long value) {
        return new Num(value, 0, null, null);
    }

    public static Num of(BigDecimal value) {
        return of(value, null);
    }

    /// `unscaled` with `scale` digits behind the point.
    public static Num of(long unscaled, int scale) {
        return new Num(unscaled, scale, null, null);
    }

    /// `unscaled` with `scale` digits behind the point, written as `digits`; the caller vouches that they agree.
    public static Num of(long unscaled, int scale, String digits) {
        return new Num(unscaled, scale, null, digits);
    }

    /// `value`, written as `digits`; the caller vouches that they agree.
    public static Num of(BigDecimal value, @Nullable String written) {
        return value.precision() <= PLAIN_DIGITS
                ? new Num(value.unscaledValue().longValue(), value.scale(), null, written)
                : new Num(0, 0, value, written);
    }

    /// The number written as `digits`, in JSON's or Java's spelling.
    ///
    /// @throws NumberFormatException when it is no number, or its exponent is beyond ±100,000, or it has more than
    ///     100,000 digits: reckoning with such numbers takes so long that a stored one could stop everything
    public static Num parse(String digits) {
        Num plain = parsePlain(digits);
        if (plain != null) {
            return plain;
        }
        if (digits.length() > LENGTH_LIMIT) {
            throw new NumberFormatException("too many digits");
        }
        var value = new BigDecimal(digits);
        // A long fraction is written out and may be as long as it is; an exponent makes much out of little.
        boolean powered = digits.indexOf('e') >= 0 || digits.indexOf('E') >= 0;
        if (powered && Math.abs((long) value.scale()) > EXPONENT_LIMIT) {
            throw new NumberFormatException("exponent out of range");
        }
        return of(value, digits);
    }

    /// Plain decimals of up to 18 digits, else null.
    private static @Nullable Num parsePlain(String digits) {
        int length = digits.length();
        boolean negative = length > 0 && digits.charAt(0) == '-';
        int start = negative ? 1 : 0;
        if (length == start || length - start > PLAIN_DIGITS) {
            return null;
        }
        long number = 0;
        int point = -1;
        for (int i = start; i < length; i++) {
            char c = digits.charAt(i);
            if (c == '.' && point < 0 && i > start && i < length - 1) {
                point = i;
            } else if (c >= '0' && c <= '9') {
                number = number * 10 + (c - '0');
            } else {
                return null;
            }
        }
        return new Num(negative ? -number : number, point < 0 ? 0 : length - point - 1, null, digits);
    }

    public BigDecimal value() {
        return big != null ? big : BigDecimal.valueOf(unscaled, scale);
    }

    /// Whether it is there as [#unscaled()] and [#scale()]; so are numbers of up to 18 digits.
    public boolean isShort() {
        return big == null;
    }

    /// The number without its decimal point; means nothing unless [#isShort()].
    public long unscaled() {
        return unscaled;
    }

    /// How many of the digits stand behind the point; means nothing unless [#isShort()].
    public int scale() {
        return scale;
    }

    /// As the store wrote it; a computed number in plain digits.
    public String digits() {
        return written != null ? written : value().toPlainString();
    }

    /// Whether the digits are a spelling of the store's own, and not what [#value()] looks like.
    public boolean isWritten() {
        return written != null;
    }

    /// Whether [#unscaled()] and a [#scale()] of 0 or more say everything: value and digits follow from them.
    public boolean isPlain() {
        return big == null && scale >= 0 && (written == null || isUsual(written));
    }

    /// No needless zeros or signs in front, no exponent.
    private boolean isUsual(String digits) {
        int start = digits.charAt(0) == '-' ? 1 : 0;
        if (start == digits.length() || (start == 1 && unscaled == 0)) {
            return false;
        }
        if (digits.charAt(start) == '0' && start + 1 < digits.length() && digits.charAt(start + 1) != '.') {
            return false;
        }
        for (int i = start; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if ((c < '0' || c > '9') && (c != '.' || i == start || i == digits.length() - 1)) {
                return false;
            }
        }
        return true;
    }

    /// The digits in a spelling that JSON allows: the store's own unless it is something like `+5` or `.5`.
    String jsonDigits() {
        String digits = digits();
        return written == null || JSON.matcher(digits).matches() ? digits : value().toString();
    }

    /// -1, 0 or 1.
    public int signum() {
        return big != null ? big.signum() : Long.signum(unscaled);
    }

    public Num negated() {
        return big == null && unscaled != Long.MIN_VALUE ? of(-unscaled, scale) : of(value().negate());
    }

    /// The exact sum; its scale is the larger of the two.
    public Num plus(Num other) {
        if (big == null && other.big == null) {
            int common = Math.max(scale, other.scale);
            if (fits(unscaled, common - scale) && fits(other.unscaled, common - other.scale)) {
                long one = unscaled * Powers.OF_TEN[common - scale];
                long two = other.unscaled * Powers.OF_TEN[common - other.scale];
                long sum = one + two;
                if (((one ^ sum) & (two ^ sum)) >= 0) {
                    return of(sum, common);
                }
            }
        }
        return of(value().add(other.value()));
    }

    /// The exact difference; its scale is the larger of the two.
    public Num minus(Num other) {
        return plus(other.negated());
    }

    @Override
    public int compareTo(Num other) {
        return big == null && other.big == null && scale == other.scale
                ? Long.compare(unscaled, other.unscaled)
                : value().compareTo(other.value());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Num that && compareTo(that) == 0;
    }

    @Override
    public int hashCode() {
        if (big == null) {
            return hash(unscaled, scale);
        }
        BigDecimal stripped = big.stripTrailingZeros();
        return stripped.unscaledValue().bitLength() < Long.SIZE
                ? hash(stripped.unscaledValue().longValue(), stripped.scale())
                : stripped.hashCode();
    }

    private static int hash(long unscaled, int scale) {
        if (unscaled == 0) {
            return 0;
        }
        long stripped = unscaled;
        int places = scale;
        while (stripped % 10 == 0) {
            stripped /= 10;
            places--;
        }
        return 31 * Long.hashCode(stripped) + places;
    }

    /// Whether a number times a power of ten is still a `long`.
    private static boolean fits(long number, int power) {
        if (power < 0 || power >= Powers.OF_TEN.length) {
            return false;
        }
        long tens = Powers.OF_TEN[power];
        return Math.multiplyHigh(number, tens) == (number * tens) >> 63;
    }

    @Override
    public String toString() {
        return digits();
    }

    private static final class Powers {
        static final long[] OF_TEN = new long[19];

        static {
            OF_TEN[0] = 1;
            for (int i = 1; i < OF_TEN.length; i++) {
                OF_TEN[i] = OF_TEN[i - 1] * 10;
            }
        }
    }
}
