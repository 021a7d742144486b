package io.hindcast.engine.changelog;

import io.hindcast.engine.changelog.Deltas.Sparse;
import java.util.Arrays;

/// What leads from a state that was sought to one nearby, event by event. Immutable: a step further copies the little that
/// the last few steps changed, now and then what some more of them changed, and shares the rest.
final class Steps {
    /// Events in `near`, and in `middle` and each of `closed`: a step copies what so many events changed.
    private static final int NEAR = 8;

    private static final int MIDDLE = 32;

    private static final Sparse EMPTY = new Sparse(0);

    static final Steps NONE = new Steps(new Sparse[0], EMPTY, 0, EMPTY, 0, 0);

    private final Sparse[] closed;
    private final Sparse middle;
    private final int inMiddle;
    private final Sparse near;
    private final int inNear;
    private final int count;

    private Steps(Sparse[] closed, Sparse middle, int inMiddle, Sparse near, int inNear, int count) {
        this.closed = closed;
        this.middle = middle;
        this.inMiddle = inMiddle;
        this.near = near;
        this.inNear = inNear;
        this.count = count;
    }

    /// How many events were stepped over, there and back.
    int count() {
        return count;
    }

    long at(int place) {
        long sum = near.at(place) + middle.at(place);
        for (Sparse one : closed) {
            sum += one.at(place);
        }
        return sum;
    }

    /// @param entries of the events that are stepped over
    /// @param events how many they are
    Steps further(Entries entries, int events, boolean forwards) {
        if (inNear + events <= NEAR) {
            Sparse nearer = near.copy();
            nearer.addAll(entries, forwards);
            return new Steps(closed, middle, inMiddle, nearer, inNear + events, count + events);
        }
        boolean full = inMiddle >= MIDDLE;
        Sparse further = full ? new Sparse(0) : middle.copy();
        further.addAll(near);
        var fresh = new Sparse(0);
        boolean few = events <= NEAR;
        (few ? fresh : further).addAll(entries, forwards);
        return new Steps(
                full ? withMiddle() : closed,
                further,
                (full ? 0 : inMiddle) + inNear + (few ? 0 : events),
                fresh,
                few ? events : 0,
                count + events);
    }

    private Sparse[] withMiddle() {
        Sparse[] more = Arrays.copyOf(closed, closed.length + 1);
        more[closed.length] = middle;
        return more;
    }
}
