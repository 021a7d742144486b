package io.hindcast.engine.state;

import java.math.BigDecimal;

/// An exact number: a decimal of any length, and the digits it was written with.
///
/// Equality is by value; [#digits()] keeps the store's own spelling (`1.50`, `1E3`) for showing and export.
public final class Num implements StateValue, Comparable<Num> {
    private final BigDecimal value;
    private final String digits;

    private Num(BigDecimal value, String digits) {
        this.value = value;
        this.digits = digits;
    }

    public static Num of(long value) {
        return new Num(BigDecimal.valueOf(value), Long.toString(value));
    }

    public static Num of(BigDecimal value) {
        return new Num(value, value.toPlainString());
    }

    /// `unscaled` with `scale` digits behind the point, written as `digits`; the caller vouches that they agree.
    public static Num of(long unscaled, int scale, String digits) {
        return new Num(BigDecimal.valueOf(unscaled, scale), digits);
    }

    /// The number written as `digits`, in JSON's or Java's spelling.
    ///
    /// @throws NumberFormatException when it is no number, or its exponent is beyond ±100,000
    public static Num parse(String digits) {
        var value = new BigDecimal(digits);
        if (Math.abs((long) value.scale()) > 100_000) {
            throw new NumberFormatException("exponent out of range");
        }
        return new Num(value, digits);
    }

    public BigDecimal value() {
        return value;
    }

    public String digits() {
        return digits;
    }

    /// The exact sum; its scale is the larger of the two.
    public Num plus(Num other) {
        return of(value.add(other.value));
    }

    public Num minus(Num other) {
        return of(value.subtract(other.value));
    }

    @Override
    public int compareTo(Num other) {
        return value.compareTo(other.value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Num that && value.compareTo(that.value) == 0;
    }

    @Override
    public int hashCode() {
        return value.stripTrailingZeros().hashCode();
    }

    @Override
    public String toString() {
        return digits;
    }
}
