package io.hindcast.engine.link;

import io.hindcast.engine.timeline.Axis;
import java.time.Instant;

/// The part of the timeline that is in sight. Its end is not before its beginning.
public sealed interface Stretch {
    /// Whether there are such stretches on an axis.
    default boolean isOf(Axis axis) {
        return switch (this) {
            case OfTime _ -> axis != Axis.INDEX;
            case OfOrder _ -> axis == Axis.INDEX;
        };
    }

    /// On an axis of recorded time.
    record OfTime(Instant from, Instant to) implements Stretch {
        public OfTime {
            if (to.isBefore(from)) {
                throw new IllegalArgumentException("a stretch of time that ends before it begins");
            }
        }
    }

    /// On the axis of the order of events: ordinals in the store, which may lie outside of what there is.
    record OfOrder(long from, long to) implements Stretch {
        public OfOrder {
            if (to < from) {
                throw new IllegalArgumentException("a stretch of events that ends before it begins");
            }
        }
    }
}
