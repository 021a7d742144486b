package io.hindcast.audit.seal;

import io.hindcast.event.EventPage;
import io.hindcast.event.Position;
import java.util.Optional;

/// Highest positions of pages.
final class Positions {
    private Positions() {}

    /// The higher of one known before and the highest of a page, as far as the store is complete.
    static Optional<Position> highest(Optional<Position> known, EventPage page, CompleteEnd end) {
        Optional<Position> highest = known;
        for (int row = 0; row < page.size() && page.isPositioned(); row++) {
            var here = new Position(page.positionHigh(row), page.positionLow(row));
            if (end.holds(page, row) && (highest.isEmpty() || highest.get().compareTo(here) < 0)) {
                highest = Optional.of(here);
            }
        }
        return highest;
    }
}
