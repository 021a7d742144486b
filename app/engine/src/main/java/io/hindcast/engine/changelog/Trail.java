package io.hindcast.engine.changelog;

import java.util.BitSet;
import java.util.OptionalInt;

/// The events that touched a field or anything below it, and maybe some that only touched what is beside it in a list.
/// Immutable; safe for many threads.
public final class Trail {
    private final int place;
    private final Postings postings;
    private final BitSet events;

    private Trail(int place, Postings postings, BitSet events) {
        this.place = place;
        this.postings = postings;
        this.events = events;
    }

    static Trail of(int place, Postings postings) {
        return new Trail(place, postings, new BitSet());
    }

    static Trail of(BitSet events, Postings postings) {
        return new Trail(Places.NONE, postings, events);
    }

    /// The first event behind another one.
    ///
    /// @param event a 0-based place in the history, or -1
    public OptionalInt next(int event) {
        if (place == Places.NONE) {
            int found = events.nextSetBit(event + 1);
            return found < 0 ? OptionalInt.empty() : OptionalInt.of(found);
        }
        long number = postings.before(place, event + 1);
        return number < postings.count(place)
                ? OptionalInt.of(postings.event(place, number))
                : OptionalInt.empty();
    }

    /// The last event before another one.
    public OptionalInt previous(int event) {
        if (place == Places.NONE) {
            int found = event <= 0 ? -1 : events.previousSetBit(event - 1);
            return found < 0 ? OptionalInt.empty() : OptionalInt.of(found);
        }
        long number = postings.before(place, event);
        return number > 0 ? OptionalInt.of(postings.event(place, number - 1)) : OptionalInt.empty();
    }
}
