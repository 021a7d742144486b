package io.hindcast.desktop.events;

import io.hindcast.event.Event;
import java.util.Optional;

/// A row of the event table: an event, or the place where versions are missing.
sealed interface EventRow {
    /// @param index place in the history
    /// @param isDuplicate whether another event has the same version
    /// @param problem why it could not be folded or read
    record OfEvent(int index, Event event, boolean isDuplicate, Optional<String> problem) implements EventRow {}

    /// @param from first missing version
    /// @param to last missing version
    record Gap(long from, long to) implements EventRow {
        long missing() {
            return to - from + 1;
        }
    }
}
