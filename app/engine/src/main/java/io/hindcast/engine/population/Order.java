package io.hindcast.engine.population;

import io.hindcast.event.EventPage;

/// Watches whether the events of a stream come in the order of their versions, which a fold needs, when they are read
/// in the order of the store.
final class Order {
    private long last = EventPage.NO_VERSION;
    private boolean broken;

    void next(long version) {
        if (version != EventPage.NO_VERSION) {
            broken |= version < last;
            last = version;
        }
    }

    boolean isBroken() {
        return broken;
    }
}
