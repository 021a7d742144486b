package io.hindcast.fold.javascript;

import io.hindcast.engine.state.Num;
import org.jspecify.annotations.Nullable;

/// A number that a binary number would not hold: a decimal, or a whole number beyond 2^53. To a script it is a number
/// like any other (`typeof` says so); copied, it keeps its digits, and the script's arithmetic is done by [Arithmetic].
@SuppressWarnings("serial")
final class Exact extends Number {
    private static final long serialVersionUID = 1L;

    private final transient Num value;

    Exact(Num value) {
        this.value = value;
    }

    Num value() {
        return value;
    }

    @Override
    public int intValue() {
        return (int) doubleValue();
    }

    @Override
    public long longValue() {
        return (long) doubleValue();
    }

    @Override
    public float floatValue() {
        return (float) doubleValue();
    }

    /// The nearest binary number: what built-in functions of the engine reckon with.
    @Override
    public double doubleValue() {
        return value.value().doubleValue();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Exact that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return value.digits();
    }
}
