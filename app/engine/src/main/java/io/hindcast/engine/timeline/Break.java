package io.hindcast.engine.timeline;

import java.math.BigInteger;

/// A stretch of time that is folded to a few places of an axis.
///
/// @param from where it begins, in microseconds since 1970
/// @param to where it ends, exclusive
/// @param at its first place on the axis
/// @param width how many places it takes, fewer than microseconds
public record Break(long from, long to, long at, long width) {
    public Break {
        if (width < 1 || width >= to - from) {
            throw new IllegalArgumentException("%d microseconds do not fold to %d places".formatted(to - from, width));
        }
    }

    /// How long it is, in microseconds.
    public long length() {
        return to - from;
    }

    /// The first place behind it.
    public long end() {
        return at + width;
    }

    /// The place of an instant inside.
    long placeAt(long micros) {
        return at + product(micros - from, width).divide(BigInteger.valueOf(length())).longValueExact();
    }

    /// The first instant at a place inside.
    long microsAt(long place) {
        BigInteger[] found = product(place - at, length()).divideAndRemainder(BigInteger.valueOf(width));
        return from + found[0].longValueExact() + found[1].signum();
    }

    private static BigInteger product(long one, long other) {
        return BigInteger.valueOf(one).multiply(BigInteger.valueOf(other));
    }
}
