package io.hindcast.house.story;

import io.hindcast.connector.jdbc.layout.Layout;
import io.hindcast.connector.jdbc.layout.Step;
import java.util.EnumSet;
import java.util.Set;

/// What of an event the tables of a system have no place for.
enum Loss {
    VERSION,
    TIME,
    ID,
    CATEGORY,
    /// The order of the whole store.
    ORDER,
    SNAPSHOTS;

    /// As the layout itself says.
    static Set<Loss> of(Layout layout) {
        var losses = EnumSet.noneOf(Loss.class);
        var events = layout.events();
        boolean counted = events.version().isPresent()
                && events.version().get().steps().stream().noneMatch(Step.Clock.class::isInstance);
        if (!counted) {
            losses.add(VERSION);
        }
        if (events.recorded().isEmpty()) {
            losses.add(TIME);
        }
        if (events.id().isEmpty()) {
            losses.add(ID);
        }
        if (events.category().isEmpty()) {
            losses.add(CATEGORY);
        }
        boolean timed = events.recorded().isPresent() && events.recorded().get().steps().size() == 1;
        if (events.position().isEmpty() && !timed) {
            losses.add(ORDER);
        }
        if (layout.snapshots().isEmpty()) {
            losses.add(SNAPSHOTS);
        }
        return losses;
    }
}
