package io.hindcast.connector.tck;

import io.hindcast.connector.Connector;
import io.hindcast.connector.EventCursor;
import io.hindcast.connector.EventSource;
import io.hindcast.connector.Location;
import io.hindcast.connector.OpenRequest;
import io.hindcast.connector.ReadRequest;
import io.hindcast.connector.Recognition;
import io.hindcast.connector.Setting;
import io.hindcast.connector.SnapshotReader;
import io.hindcast.connector.SourceInfo;
import io.hindcast.connector.tck.example.MemoryConnector;
import io.hindcast.event.Event;
import io.hindcast.event.EventPage;
import java.util.List;
import java.util.Optional;

/// The example connector with one defect: overridden methods spoil what it would have given.
class MutantConnector implements Connector {
    private final MemoryConnector healthy = new MemoryConnector();

    EventCursor spoil(EventCursor cursor, ReadRequest request) {
        return cursor;
    }

    ReadRequest spoil(ReadRequest request) {
        return request;
    }

    SourceInfo spoil(SourceInfo info) {
        return info;
    }

    Optional<SnapshotReader> spoil(Optional<SnapshotReader> snapshots) {
        return snapshots;
    }

    @Override
    public String id() {
        return healthy.id();
    }

    @Override
    public String displayName() {
        return healthy.displayName();
    }

    @Override
    public List<Setting> settings() {
        return healthy.settings();
    }

    @Override
    public Recognition recognises(Location location) {
        return healthy.recognises(location);
    }

    @Override
    public EventSource open(OpenRequest request) {
        var source = healthy.open(request);
        return new EventSource() {
            @Override
            public SourceInfo info() {
                return spoil(source.info());
            }

            @Override
            public EventCursor read(ReadRequest asked) {
                return spoil(source.read(spoil(asked)), asked);
            }

            @Override
            public Optional<SnapshotReader> snapshots() {
                return spoil(source.snapshots());
            }

            @Override
            public void close() {
                source.close();
            }
        };
    }

    /// A cursor over the pages of another, each one rebuilt.
    record Rebuilt(EventCursor cursor, Rebuilding rebuilding) implements EventCursor {
        @Override
        public Optional<EventPage> next() {
            return cursor.next().map(rebuilding::rebuild);
        }

        @Override
        public void close() {
            cursor.close();
        }
    }

    interface Rebuilding {
        EventPage rebuild(EventPage page);
    }

    static void copy(Event event, EventPage.Builder into) {
        into.stream(event.stream(), event.category()).type(event.type());
        event.version().ifPresent(into::version);
        event.position().ifPresent(place -> into.position(place.high(), place.low()));
        event.recordedAt().ifPresent(into::recordedAt);
        event.id().ifPresent(into::id);
        into.data(event.data().copy()).metadata(event.metadata().copy());
        event.trouble().ifPresent(into::trouble);
        into.endRow();
    }
}
