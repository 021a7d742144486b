package io.hindcast.engine.find;

import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.StateValue;
import io.hindcast.event.Event;
import io.hindcast.event.EventPage;
import io.hindcast.event.Position;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// A span of a stream's history in which a condition held.
///
/// @param since the event that made it true
/// @param fields what the fields of the condition were then
/// @param until the event that ended it; nothing where it still holds
public record Match(
        String stream, String category, Place since, Map<FieldPath, StateValue> fields, Optional<Place> until) {
    public Match {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    Match endedBy(Place place) {
        return new Match(stream, category, since, fields, Optional.of(place));
    }

    /// Where an event stands.
    ///
    /// @param index its place among the events of its stream, 0-based
    public record Place(
            long index, OptionalLong version, Optional<Position> position, Optional<Instant> recordedAt, String type) {
        static Place of(EventPage page, int row, long index) {
            long version = page.version(row);
            return new Place(
                    index,
                    version == EventPage.NO_VERSION ? OptionalLong.empty() : OptionalLong.of(version),
                    page.position(row),
                    page.recordedAt(row),
                    page.type(row));
        }

        static Place of(Event event, long index) {
            return new Place(index, event.version(), event.position(), event.recordedAt(), event.type());
        }
    }
}
