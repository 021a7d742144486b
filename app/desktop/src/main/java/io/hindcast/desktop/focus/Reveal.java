package io.hindcast.desktop.focus;

import io.hindcast.engine.whatif.EventPick;
import io.hindcast.event.Event;

/// For what masks are lifted, until the store is closed or somebody hides it again.
public sealed interface Reveal {
    /// Body, metadata and header of one event; states stay masked.
    record OfEvent(EventPick pick) implements Reveal {}

    /// All events and states of one stream.
    record OfStream(String stream) implements Reveal {}

    record OfStore() implements Reveal {}

    /// Whether an event of a stream may be shown as it is.
    default boolean means(Event event) {
        return switch (this) {
            case OfEvent(EventPick pick) -> pick.matches(event);
            case OfStream(String stream) -> stream.equals(event.stream());
            case OfStore() -> true;
        };
    }

    /// Whether the whole stream may be shown as it is.
    default boolean means(String stream) {
        return switch (this) {
            case OfEvent _ -> false;
            case OfStream(String whole) -> whole.equals(stream);
            case OfStore() -> true;
        };
    }
}
