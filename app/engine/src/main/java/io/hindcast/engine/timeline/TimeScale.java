package io.hindcast.engine.timeline;

import io.hindcast.engine.index.HeaderIndex;
import java.util.List;

/// What the horizontal axis means. Places are longs that grow to the right. Two scales are equal when they put every event in
/// the same place.
public sealed interface TimeScale {
    /// Stands for "no place on this scale".
    long NOWHERE = HeaderIndex.NO_TIME;

    /// Recorded time as it went by.
    OfTime TIME = new Linear();

    /// Equal spacing in reading order.
    TimeScale INDEX = new ByIndex();

    /// The place of an event, or [#NOWHERE].
    long placeOf(HeaderIndex index, int event);

    /// The places of a run of events, written to the beginning of an array.
    void placesOf(HeaderIndex index, int first, int count, long[] places);

    /// A scale of recorded time; events without a time have no place. Later is never left of earlier, and outside of breaks a
    /// microsecond is one place.
    sealed interface OfTime extends TimeScale permits Linear, FoldedTime {
        /// The place of an instant.
        ///
        /// @param micros since 1970
        long placeAt(long micros);

        /// The first instant at a place, in microseconds since 1970; [#placeAt(long)] of it is that place again.
        long microsAt(long place);

        /// Where time is folded, from left to right.
        List<Break> breaks();

        /// The breaks that reach into the places from one (inclusive) to another (exclusive), in order; found by searching.
        List<Break> breaksWithin(long from, long to);

        @Override
        default long placeOf(HeaderIndex index, int event) {
            return placeAt(index.micros(event));
        }
    }

    /// Microseconds since 1970, nothing folded.
    record Linear() implements OfTime {
        @Override
        public long placeAt(long micros) {
            return micros;
        }

        @Override
        public long microsAt(long place) {
            return place;
        }

        @Override
        public List<Break> breaks() {
            return List.of();
        }

        @Override
        public List<Break> breaksWithin(long from, long to) {
            return List.of();
        }

        @Override
        public void placesOf(HeaderIndex index, int first, int count, long[] places) {
            index.micros(first, count, places);
        }
    }

    /// The place is the ordinal of the event; every event has one.
    record ByIndex() implements TimeScale {
        @Override
        public long placeOf(HeaderIndex index, int event) {
            return event;
        }

        @Override
        public void placesOf(HeaderIndex index, int first, int count, long[] places) {
            for (int i = 0; i < count; i++) {
                places[i] = (long) first + i;
            }
        }
    }
}
