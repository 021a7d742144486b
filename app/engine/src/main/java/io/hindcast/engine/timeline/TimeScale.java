package io.hindcast.engine.timeline;

import io.hindcast.engine.index.HeaderIndex;

/// What the horizontal axis means. Places are longs that grow to the right.
public enum TimeScale {
    /// Recorded time in microseconds since 1970; events without a time have no place.
    TIME {
        @Override
        public long placeOf(HeaderIndex index, int event) {
            return index.micros(event);
        }

        @Override
        void placesOf(HeaderIndex index, int first, int count, long[] places) {
            index.micros(first, count, places);
        }
    },
    /// Equal spacing in reading order: the place is the ordinal of the event; every event has one.
    INDEX {
        @Override
        public long placeOf(HeaderIndex index, int event) {
            return event;
        }

        @Override
        void placesOf(HeaderIndex index, int first, int count, long[] places) {
            for (int i = 0; i < count; i++) {
                places[i] = (long) first + i;
            }
        }
    };

    /// Stands for "no place on this scale".
    public static final long NOWHERE = HeaderIndex.NO_TIME;

    /// The place of an event, or [#NOWHERE].
    public abstract long placeOf(HeaderIndex index, int event);

    /// The places of a run of events, written to the beginning of an array.
    abstract void placesOf(HeaderIndex index, int first, int count, long[] places);
}
