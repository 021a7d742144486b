package io.hindcast.audit.integrity;

import io.hindcast.engine.work.Cancellation;
import io.hindcast.event.EventPage;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Which streams do not simply count upwards in the order of the store. Only these have to be looked at by version.
final class VersionOrder {
    private final BitSet skipping = new BitSet();
    private final BitSet disordered = new BitSet();
    private boolean numbered;

    private VersionOrder() {}

    /// Goes over all headers once; of a run that is cancelled nothing can be told.
    static VersionOrder of(Examination examination, Cancellation cancellation) {
        var order = new VersionOrder();
        long[] last = new long[examination.inventory.streams()];
        Arrays.fill(last, EventPage.NO_VERSION);
        var index = examination.index;
        for (int event = 0; event < examination.inventory.events(); event++) {
            if (HeaderCheck.stops(event, cancellation)) {
                break;
            }
            long version = index.version(event);
            if (version != EventPage.NO_VERSION) {
                int stream = index.stream(event);
                order.next(stream, last[stream], version);
                last[stream] = Math.max(last[stream], version);
            }
        }
        return order;
    }

    private void next(int stream, long last, long version) {
        numbered = true;
        if (last == EventPage.NO_VERSION) {
            if (version > 1) {
                skipping.set(stream);
            }
        } else if (version <= last) {
            disordered.set(stream);
        } else if (version != last + 1) {
            skipping.set(stream);
        }
    }

    /// Whether any event has a version.
    boolean isNumbered() {
        return numbered;
    }

    /// Streams in which a version repeats or comes behind a higher one.
    BitSet disordered() {
        return disordered;
    }

    /// Streams in which something may be missing or double.
    IntStream suspects() {
        var both = (BitSet) disordered.clone();
        both.or(skipping);
        return both.stream();
    }

    /// The events of a stream by version; equal versions in the order of the store, events without one first.
    static int[] byVersion(Examination examination, int stream) {
        return Arrays.stream(examination.eventsOf(stream))
                .boxed()
                .sorted(Comparator.comparingLong(event -> examination.index.version(event)))
                .mapToInt(event -> event)
                .toArray();
    }
}
