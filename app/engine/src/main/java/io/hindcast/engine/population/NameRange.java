package io.hindcast.engine.population;

import org.jspecify.annotations.Nullable;

/// The streams that one pass keeps: those from a name on and below another, in character order.
///
/// @param from inclusive; null for the very first
/// @param below exclusive; null for the very last
/// @param reported how many events of the selection were reported for these streams by an earlier pass
record NameRange(@Nullable String from, @Nullable String below, long reported) {
    static NameRange all(long reported) {
        return new NameRange(null, null, reported);
    }

    boolean holds(String stream) {
        return (from == null || stream.compareTo(from) >= 0) && (below == null || stream.compareTo(below) < 0);
    }

    NameRange below(String name) {
        return new NameRange(from, name, reported);
    }

    NameRange from(String name, long reportedUntilNow) {
        return new NameRange(name, below, Math.max(reported, reportedUntilNow));
    }
}
