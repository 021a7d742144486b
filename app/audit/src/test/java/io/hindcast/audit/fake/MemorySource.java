package io.hindcast.audit.fake;

import io.hindcast.connector.EventCursor;
import io.hindcast.connector.EventSource;
import io.hindcast.connector.ReadRequest;
import io.hindcast.connector.ReadRequest.Detail;
import io.hindcast.connector.ReadRequest.Selection;
import io.hindcast.connector.SnapshotReader;
import io.hindcast.connector.SourceInfo;
import io.hindcast.connector.SourceInfo.Capability;
import io.hindcast.engine.payload.StandardPayloads;
import io.hindcast.engine.session.FoldFinder;
import io.hindcast.engine.session.IndexedStore;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.event.Bookmark;
import io.hindcast.event.Event;
import io.hindcast.event.EventField;
import io.hindcast.event.EventPage;
import io.hindcast.event.FieldLocation;
import io.hindcast.event.PayloadShape;
import io.hindcast.event.Position;
import io.hindcast.event.StoredSnapshot;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Events and snapshots of lists; what is put into the lists later is a store that grows. As in many stores, an outline has
/// no identities.
public final class MemorySource implements EventSource {
    private final SourceInfo info;
    private final List<Event> events;
    private final List<StoredSnapshot> snapshots;
    private final Set<String> deleted;
    private Runnable onPage = () -> {};
    private int rows = 100;

    /// @param events in the order of the store
    /// @param snapshots in order of stream and version
    public MemorySource(
            List<Event> events, List<StoredSnapshot> snapshots, Set<String> deleted, Set<Capability> capabilities) {
        this.info = info(capabilities);
        this.events = events;
        this.snapshots = snapshots;
        this.deleted = deleted;
    }

    /// Sound in every way that its events allow.
    public static MemorySource of(List<Event> events) {
        return new MemorySource(
                events,
                List.of(),
                Set.of(),
                Set.of(
                        Capability.GLOBAL_ORDER,
                        Capability.DENSE_VERSIONS,
                        Capability.DENSE_POSITIONS,
                        Capability.DELETION_MARKS,
                        Capability.RECORDED_TIME));
    }

    /// A store that is sound in every way that its events allow.
    public static OpenStore store(List<Event> events) {
        return of(events).opened();
    }

    private static SourceInfo info(Set<Capability> capabilities) {
        var json = PayloadShape.of(PayloadShape.Formats.JSON);
        return new SourceInfo(
                "memory",
                "memory",
                "memory",
                List.of(),
                "",
                List.of(),
                List.of(new SourceInfo.NotRead("links", 3, "they are no events")),
                capabilities,
                json,
                json,
                json,
                Map.of(
                        EventField.CAUSATION_ID, List.of(FieldLocation.metadata("/causationId")),
                        EventField.EFFECTIVE_AT, List.of(FieldLocation.data("/valueDate"))));
    }

    /// Tells of every page that is read.
    public MemorySource telling(Runnable told) {
        onPage = told;
        return this;
    }

    /// Events are read so many at a time.
    public MemorySource inPagesOf(int wanted) {
        rows = wanted;
        return this;
    }

    /// A store over it, whose headers are not read yet.
    public OpenStore opened() {
        return new IndexedStore("memory", this, new StandardPayloads(), FoldFinder.Found.NOTHING);
    }

    @Override
    public SourceInfo info() {
        return info;
    }

    @Override
    public EventCursor read(ReadRequest request) {
        return new Cursor(request);
    }

    @Override
    public Optional<SnapshotReader> snapshots() {
        return Optional.of(new Snapshots());
    }

    @Override
    public Set<String> deletedStreams() {
        return deleted;
    }

    @Override
    public void close() {
        // nothing is held
    }

    private final class Snapshots implements SnapshotReader {
        @Override
        public SnapshotCursor read(Optional<String> stream) {
            var wanted = snapshots.stream()
                    .filter(one -> stream.isEmpty() || stream.get().equals(one.stream()))
                    .toList();
            return new SnapshotCursor() {
                private int next;

                @Override
                public Optional<List<StoredSnapshot>> next() {
                    int end = Math.min(wanted.size(), next + rows);
                    var page = wanted.subList(next, end);
                    next = end;
                    return page.isEmpty() ? Optional.empty() : Optional.of(page);
                }

                @Override
                public void close() {
                    // nothing is held
                }
            };
        }

        @Override
        public long count() {
            return snapshots.size();
        }
    }

    private final class Cursor implements EventCursor {
        private final List<Event> wanted;
        private final Detail detail;
        private int next;

        Cursor(ReadRequest request) {
            detail = request.detail();
            var selected = events.stream()
                    .filter(event -> isWanted(event, request.selection()))
                    .filter(event -> event.version().stream()
                            .allMatch(version -> request.versions().after() < version
                                    && version <= request.versions().upTo()));
            wanted = (request.selection() instanceof Selection.Stream
                            ? selected.sorted(Comparator.comparingLong(event -> event.version().orElse(0)))
                            : selected)
                    .toList();
            next = request.after().map(bookmark -> Integer.parseInt(bookmark.text())).orElse(0);
        }

        private static boolean isWanted(Event event, Selection selection) {
            return switch (selection) {
                case Selection.Store() -> true;
                case Selection.Category(String name) -> name.equals(event.category());
                case Selection.Stream(String name) -> name.equals(event.stream());
            };
        }

        @Override
        public Optional<EventPage> next() {
            onPage.run();
            boolean positioned = !wanted.isEmpty() && wanted.getFirst().position().isPresent();
            var page = new EventPage.Builder(positioned, rows);
            for (; next < wanted.size() && page.size() < rows; next++) {
                add(page, wanted.get(next));
            }
            return page.size() == 0 ? Optional.empty() : Optional.of(page.build(new Bookmark(Integer.toString(next))));
        }

        private void add(EventPage.Builder page, Event event) {
            page.stream(event.stream(), event.category()).type(event.type());
            event.position().ifPresent((Position position) -> page.position(position.high(), position.low()));
            event.version().ifPresent(page::version);
            event.recordedAt().ifPresent(page::recordedAt);
            if (detail != Detail.OUTLINE) {
                event.id().ifPresent(page::id);
            }
            event.trouble().ifPresent(page::trouble);
            if (detail == Detail.FULL) {
                page.data(event.data().copy()).metadata(event.metadata().copy());
            }
            page.endRow();
        }

        @Override
        public void close() {
            // nothing is held
        }
    }
}
