package io.hindcast.event;

import java.util.Optional;

/// Place of an event in the order of the whole store: opaque, ordered, with gaps.
///
/// Most stores number their events with one 64-bit number, the `low` part. Some order by two (transaction id and
/// number, file and record); the first of the two is `high`. Both compare as signed numbers, `high` first.
///
/// @param high the leading part, 0 where the store has one number
/// @param low the number, or the trailing part of two
public record Position(long high, long low) implements Comparable<Position> {
    public static Position of(long number) {
        return new Position(0, number);
    }

    /// Reads what [#toString()] writes: `12345` or `7:12345`.
    public static Optional<Position> parse(String text) {
        int colon = text.indexOf(':');
        try {
            return Optional.of(
                    colon < 0
                            ? of(Long.parseLong(text))
                            : new Position(
                                    Long.parseLong(text.substring(0, colon)),
                                    Long.parseLong(text.substring(colon + 1))));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    @Override
    public int compareTo(Position other) {
        int first = Long.compare(high, other.high);
        return first != 0 ? first : Long.compare(low, other.low);
    }

    @Override
    public String toString() {
        return high == 0 ? Long.toString(low) : high + ":" + low;
    }
}
