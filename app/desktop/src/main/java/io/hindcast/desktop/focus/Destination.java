package io.hindcast.desktop.focus;

import io.hindcast.engine.replay.Moment;

/// Where to go in a stream.
public sealed interface Destination {
    /// The place of the last event at or before a moment.
    record AtMoment(Moment moment) implements Destination {}

    /// The event at a place in the history, 0-based.
    record AtIndex(int index) implements Destination {}

    static Destination head() {
        return new AtMoment(Moment.HEAD);
    }
}
