package io.hindcast.engine.whatif;

import io.hindcast.event.Event;
import io.hindcast.event.Position;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/// Which event is meant. What a pick does not say may be anything.
///
/// @param version in the stream
/// @param recordedAt tells events apart where a stream numbers none
public record EventPick(
        String stream,
        OptionalLong version,
        Optional<Position> position,
        Optional<String> id,
        Optional<Instant> recordedAt) {

    /// All events of this version; a store may hold a version twice.
    public static EventPick atVersion(String stream, long version) {
        return new EventPick(
                stream, OptionalLong.of(version), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// Exactly this event, as far as the store tells events apart.
    public static EventPick of(Event event) {
        return new EventPick(event.stream(), event.version(), event.position(), event.id(), event.recordedAt());
    }

    public boolean matches(Event event) {
        return event.stream().equals(stream)
                && (version.isEmpty() || version.equals(event.version()))
                && (position.isEmpty() || position.equals(event.position()))
                && (id.isEmpty() || id.equals(event.id()))
                && (recordedAt.isEmpty() || recordedAt.equals(event.recordedAt()));
    }

    /// `v12`, `#12345`, an id, or a time: the first that is known.
    public String shown() {
        if (version.isPresent()) {
            return "v" + version.getAsLong();
        }
        return position.map(it -> "#" + it)
                .or(() -> id)
                .or(() -> recordedAt.map(Instant::toString))
                .orElse("*");
    }
}
