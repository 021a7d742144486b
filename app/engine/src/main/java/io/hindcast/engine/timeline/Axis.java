package io.hindcast.engine.timeline;

import io.hindcast.engine.index.HeaderIndex;
import java.time.ZoneId;

/// What people may choose the horizontal axis to be. Which scale that makes depends on the events: a stretch of time in which
/// there is one is never folded.
public enum Axis {
    /// Recorded time as it went by.
    TIME {
        @Override
        public FittedScale fit(HeaderIndex index, ZoneId zone) {
            return FittedScale.always(TimeScale.TIME);
        }
    },
    /// One place an event, in reading order.
    INDEX {
        @Override
        public FittedScale fit(HeaderIndex index, ZoneId zone) {
            return FittedScale.always(TimeScale.INDEX);
        }
    },
    /// Recorded time without the long gaps between events.
    IDLE {
        @Override
        public FittedScale fit(HeaderIndex index, ZoneId zone) {
            return IdleGaps.fold(Population.of(index));
        }
    },
    /// Recorded time without Saturdays and Sundays.
    DAYS {
        @Override
        public FittedScale fit(HeaderIndex index, ZoneId zone) {
            return new BusinessTime(zone, false).fold(Population.of(index));
        }
    },
    /// Recorded time without Saturdays, Sundays and the nights between working days.
    HOURS {
        @Override
        public FittedScale fit(HeaderIndex index, ZoneId zone) {
            return new BusinessTime(zone, true).fold(Population.of(index));
        }
    };

    /// The scale for the events that are in the index now. O(events) where something is folded, in one or two passes over
    /// their times.
    ///
    /// @param zone whose days, nights and week-ends count
    public abstract FittedScale fit(HeaderIndex index, ZoneId zone);

    /// Whether another zone makes another scale.
    public boolean isOfZone() {
        return this == DAYS || this == HOURS;
    }
}
