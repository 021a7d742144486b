package io.hindcast.audit.verify;

import io.hindcast.event.Event;
import io.hindcast.event.Position;
import java.util.Optional;
import java.util.OptionalLong;

/// An event as a hint names it.
///
/// @param index its place in the stream, 0-based
public record EventName(
        int index, OptionalLong version, Optional<Position> position, Optional<String> id, String type) {
    static EventName of(int index, Event event) {
        return new EventName(index, event.version(), event.position(), event.id(), event.type());
    }

    /// For a sentence: `v37 (MoneyDeposited)`.
    public String text() {
        String place = version.isPresent()
                ? "v" + version.getAsLong()
                : position.map(where -> "#" + where).orElse("event " + (index + 1) + " of the stream");
        return place + " (" + type + ")";
    }
}
