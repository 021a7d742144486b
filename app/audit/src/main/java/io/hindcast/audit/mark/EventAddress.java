package io.hindcast.audit.mark;

import io.hindcast.event.Event;
import io.hindcast.event.EventPage;
import io.hindcast.event.Position;
import java.util.Optional;
import java.util.OptionalLong;

/// How somebody says which event they mean: the first of the stream that has all that is named here.
public record EventAddress(
        String stream, OptionalLong version, Optional<Position> position, Optional<String> eventId) {
    public static EventAddress version(String stream, long version) {
        return new EventAddress(stream, OptionalLong.of(version), Optional.empty(), Optional.empty());
    }

    public static EventAddress of(Event event) {
        return new EventAddress(event.stream(), event.version(), event.position(), event.id());
    }

    boolean means(EventPage page, int row) {
        return page.stream(row).equals(stream)
                && (version.isEmpty() || version.getAsLong() == page.version(row))
                && (position.isEmpty() || position.equals(page.position(row)))
                && (eventId.isEmpty() || eventId.equals(page.id(row)));
    }

    /// For messages: `account-1 v3`.
    public String text() {
        if (version.isPresent()) {
            return stream + " v" + version.getAsLong();
        }
        return position.map(place -> stream + " #" + place).orElse(stream);
    }
}
