package io.hindcast.engine.spool;

import io.hindcast.engine.index.HeaderIndex;
import io.hindcast.event.EventPage;
import java.util.Arrays;
import java.util.Optional;

/// Finds the rows of a later reading that are the events of the index, in their order. Rows that the index does not have
/// came later, or are no events. One thread.
final class Alignment {
    private final HeaderIndex index;
    private int next;

    Alignment(HeaderIndex index) {
        this.index = index;
    }

    /// Whether all events of the index were found.
    boolean isAtEnd() {
        return next >= index.size();
    }

    /// The rows that are the next events of the index; absent when one of these events is not there any more.
    Optional<int[]> rows(EventPage page) {
        int[] rows = new int[page.size()];
        int found = 0;
        for (int row = 0; row < page.size() && !isAtEnd(); row++) {
            int order = order(page, row);
            if (order > 0) {
                return Optional.empty();
            }
            if (order == 0) {
                rows[found++] = row;
                next++;
            }
        }
        return Optional.of(found == rows.length ? rows : Arrays.copyOf(rows, found));
    }

    /// Below 0 when the row stands before the next event of the index, above 0 when behind it.
    private int order(EventPage page, int row) {
        if (page.isPositioned()) {
            int high = Long.compare(page.positionHigh(row), index.positionHigh(next));
            return high != 0 ? high : Long.compare(page.positionLow(row), index.positionLow(next));
        }
        boolean same = page.version(row) == index.version(next)
                && page.stream(row).equals(index.streamEntry(index.stream(next)).name());
        return same ? 0 : 1;
    }
}
