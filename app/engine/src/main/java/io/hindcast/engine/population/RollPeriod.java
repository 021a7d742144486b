package io.hindcast.engine.population;

import io.hindcast.engine.replay.Moment;
import java.time.LocalDate;
import java.time.ZoneId;

/// What lies between opening and closing of a roll-forward.
public sealed interface RollPeriod {
    /// How far events must be recorded to count at all.
    Moment upTo();

    /// By the clock of recording: events behind `from`, up to and including `to`.
    record Recorded(Moment from, Moment to) implements RollPeriod {
        @Override
        public Moment upTo() {
            return to;
        }
    }

    /// By the day on which events hold, as it was believed at a moment: events that hold after the day `from`, up to and
    /// including the day `to`, in the order of their days. One that was recorded late moves the period in which it holds.
    ///
    /// @param believed what was recorded later does not count
    /// @param zone of days that are told as instants, and of recorded times
    record Effective(LocalDate from, LocalDate to, Moment believed, ZoneId zone) implements RollPeriod {
        @Override
        public Moment upTo() {
            return believed;
        }
    }
}
