package io.hindcast.audit.integrity;

import io.hindcast.event.Position;
import java.util.Optional;
import java.util.OptionalLong;

/// Where a finding lies: an event, or a stream when there is no version, position and identity.
///
/// @param stream "" for the store as a whole
/// @param ordinal the event's place in the order of reading, 0-based, -1 where no event is meant
public record Place(
        String stream,
        String category,
        OptionalLong version,
        Optional<Position> position,
        Optional<String> eventId,
        int ordinal) {
    /// A stream as a whole.
    public static Place of(String stream, String category) {
        return new Place(stream, category, OptionalLong.empty(), Optional.empty(), Optional.empty(), -1);
    }

    /// The same event with its identity, learnt later.
    public Place withId(Optional<String> id) {
        return new Place(stream, category, version, position, id, ordinal);
    }
}
