package io.hindcast.engine.replay;

import io.hindcast.event.Position;
import java.time.Instant;

/// A point to look at; always inclusive.
public sealed interface Moment {
    Moment HEAD = new Head();

    /// After everything that is known.
    record Head() implements Moment {}

    /// After the event of this version.
    record AtVersion(long version) implements Moment {}

    /// After the last event at or before this place in the store.
    record AtPosition(Position position) implements Moment {}

    /// After the last event recorded at or before this instant.
    record AtInstant(Instant instant) implements Moment {}
}
