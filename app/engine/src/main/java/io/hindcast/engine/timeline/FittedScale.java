package io.hindcast.engine.timeline;

import io.hindcast.engine.index.HeaderIndex;

/// A scale made for the events of an index, and how far it fits those to come.
///
/// @param scale made of the first events of the index
/// @param events how many those were
/// @param low later events up from this instant ask for no other scale, unless they lie in a break
/// @param high the same, down from this one
public record FittedScale(TimeScale scale, int events, long low, long high) {
    /// A scale that does not depend on events.
    static FittedScale always(TimeScale scale) {
        return new FittedScale(scale, 0, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    /// Whether the scale need not be made anew for an index that has grown. O(events that came since).
    public boolean holds(HeaderIndex index) {
        if (low == Long.MIN_VALUE && high == Long.MAX_VALUE) {
            return true;
        }
        boolean[] holds = {true};
        Population.forEach(index, events, index.size(), micros -> holds[0] &= isFine(micros));
        return holds[0];
    }

    private boolean isFine(long micros) {
        if (micros < low || micros > high || !(scale instanceof TimeScale.OfTime time)) {
            return false;
        }
        long place = time.placeAt(micros);
        return time.breaksWithin(place, place + 1).isEmpty();
    }
}
