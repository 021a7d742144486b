package io.hindcast.desktop.events;

import io.hindcast.desktop.focus.Look;
import io.hindcast.desktop.focus.TimeText;
import io.hindcast.engine.replay.StreamHistory;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// What stands in the column of times: the clock's time, or the time since another event.
///
/// @param text times in the chosen zone
/// @param zone the zone's abbreviation where all rows share it; it then stands over the column only
/// @param since the other event's time, where times are told from it
record TimeColumn(TimeText text, Optional<String> zone, Optional<Instant> since) {
    /// What times are told from.
    enum Clock {
        CLOCK,
        SINCE_FIRST,
        SINCE_BASELINE
    }

    static TimeColumn of(Clock clock, Rows rows, Look look, TimeText text) {
        Optional<String> zone = rows.earliest().flatMap(from -> text.abbreviation(from, rows.latest().orElse(from)));
        Optional<Instant> since =
                switch (clock) {
                    case CLOCK -> Optional.empty();
                    case SINCE_FIRST -> rows.earliest();
                    case SINCE_BASELINE ->
                        look.baseline().isPresent()
                                ? look.history().flatMap(it -> time(it, look.baseline().getAsInt()))
                                : Optional.empty();
                };
        return new TimeColumn(text, zone, since);
    }

    static TimeColumn none(Locale locale) {
        return new TimeColumn(new TimeText(java.time.ZoneOffset.UTC, locale), Optional.empty(), Optional.empty());
    }

    private static Optional<Instant> time(StreamHistory history, int index) {
        return index >= 0 && index < history.size() ? history.event(index).recordedAt() : Optional.empty();
    }

    String words(Optional<Instant> time) {
        return time.map(it -> since.map(from -> TimeText.elapsed(from, it))
                        .orElseGet(() -> zone.isPresent() ? text.bare(it) : text.exact(it)))
                .orElse("—");
    }
}
