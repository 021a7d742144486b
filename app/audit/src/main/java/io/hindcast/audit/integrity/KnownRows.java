package io.hindcast.audit.integrity;

import io.hindcast.engine.index.HeaderIndex;
import io.hindcast.event.EventPage;
import java.util.BitSet;

/// Tells of the rows of a later reading which events of the index they are, as far as it was when the run began. Rows that the index did
/// not have came later; events of the index that are not met any more are gone. One thread.
final class KnownRows {
    /// Stands for a row that is left out.
    static final int LATER = -1;

    /// How far a store without positions is searched for a row before it is taken as new.
    private static final int LOOK_AHEAD = 4_096;

    private final HeaderIndex index;
    private final int limit;
    /// Events that were passed over, where there are no positions: stores that are followed together come into the index as
    /// their commits are seen, and are read in the order of their clocks.
    private final BitSet missed = new BitSet();
    private int next;
    private long gone;
    private long later;

    KnownRows(HeaderIndex index, Inventory inventory) {
        this.index = index;
        this.limit = inventory.events();
    }

    /// Whether every event of the inventory was met.
    boolean isAtEnd() {
        return next >= limit && missed.isEmpty();
    }

    /// The ordinal of each row of the page, [#LATER] for those left out.
    int[] ordinals(EventPage page) {
        int[] ordinals = new int[page.size()];
        for (int row = 0; row < ordinals.length; row++) {
            int event = page.isPositioned() ? byPosition(page, row) : byName(page, row);
            if (event == LATER) {
                later++;
            } else if (event < next) {
                gone--;
            } else {
                gone += event - next;
                next = event + 1;
            }
            ordinals[row] = event;
        }
        return ordinals;
    }

    private int byPosition(EventPage page, int row) {
        for (int event = next; event < limit; event++) {
            int high = Long.compare(index.positionHigh(event), page.positionHigh(row));
            int order = high != 0 ? high : Long.compare(index.positionLow(event), page.positionLow(row));
            if (order >= 0) {
                return order == 0 ? event : LATER;
            }
        }
        return LATER;
    }

    private int byName(EventPage page, int row) {
        for (int event = missed.previousSetBit(next); event >= Math.max(0, next - LOOK_AHEAD); event = missed.previousSetBit(event - 1)) {
            if (isSame(event, page, row)) {
                missed.clear(event);
                return event;
            }
        }
        int end = Math.min(limit, next + LOOK_AHEAD);
        for (int event = next; event < end; event++) {
            if (isSame(event, page, row)) {
                missed.set(next, event);
                return event;
            }
        }
        return LATER;
    }

    private boolean isSame(int event, EventPage page, int row) {
        return index.version(event) == page.version(row)
                && index.streamEntry(index.stream(event)).name().equals(page.stream(row));
    }

    /// Events of the index that were not met; those behind the last row only count at the end of the store.
    long gone() {
        return gone;
    }

    long later() {
        return later;
    }

    int met() {
        return next;
    }
}
