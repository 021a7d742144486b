package io.hindcast.engine.history;

import io.hindcast.connector.EventCursor;
import io.hindcast.connector.EventSource;
import io.hindcast.connector.ReadRequest;
import io.hindcast.connector.SnapshotReader;
import io.hindcast.connector.SourceInfo;
import io.hindcast.event.Bookmark;
import io.hindcast.event.ByteSlice;
import io.hindcast.event.Event;
import io.hindcast.event.EventPage;
import io.hindcast.event.PayloadShape;
import io.hindcast.event.Position;
import io.hindcast.event.StoredSnapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// Events in memory behind the SPI; counts what is read.
public final class MemorySource implements EventSource {
    private final List<Event> events = new ArrayList<>();
    private final List<StoredSnapshot> snapshots = new ArrayList<>();
    private Optional<String> rules = Optional.empty();
    private long rowsRead;
    private boolean far;

    public MemorySource event(String stream, long version, String type, String recordedAt, String data) {
        events.add(new Event(
                stream,
                stream.replaceFirst("-.*", ""),
                OptionalLong.of(version),
                Optional.of(Position.of(events.size() + 1)),
                Optional.of("e" + (events.size() + 1)),
                type,
                recordedAt.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(recordedAt)),
                ByteSlice.ofText(data),
                ByteSlice.empty(),
                Optional.empty()));
        return this;
    }

    public MemorySource snapshot(String stream, long version, String state) {
        snapshots.add(new StoredSnapshot(
                stream,
                stream.replaceFirst("-.*", ""),
                version,
                "",
                Optional.empty(),
                ByteSlice.ofText(state),
                "memory",
                Optional.empty()));
        return this;
    }

    public MemorySource rules(String text) {
        rules = Optional.of(text);
        return this;
    }

    /// From now on it is asked over a network, or says so.
    public MemorySource far() {
        far = true;
        return this;
    }

    @Override
    public boolean isFar() {
        return far;
    }

    public long rowsRead() {
        return rowsRead;
    }

    @Override
    public SourceInfo info() {
        var json = PayloadShape.of(PayloadShape.Formats.JSON);
        return new SourceInfo(
                "memory", "memory", "memory", List.of(), "", List.of(), List.of(), Set.of(), json, json, json, Map.of());
    }

    @Override
    public EventCursor read(ReadRequest request) {
        int from = request.after().map(bookmark -> Integer.parseInt(bookmark.text())).orElse(0);
        List<Event> wanted = switch (request.selection()) {
            case ReadRequest.Selection.Store() -> events;
            case ReadRequest.Selection.Category(String name) ->
                events.stream().filter(event -> event.category().equals(name)).toList();
            case ReadRequest.Selection.Stream(String name) ->
                events.stream()
                        .filter(event -> event.stream().equals(name))
                        .sorted(Comparator.comparingLong(event -> event.version().orElse(0)))
                        .toList();
        };
        return new Cursor(wanted, from, request.pageSize());
    }

    @Override
    public Optional<SnapshotReader> snapshots() {
        return snapshots.isEmpty() ? Optional.empty() : Optional.of(new Snapshots());
    }

    @Override
    public Optional<String> foldRules() {
        return rules;
    }

    @Override
    public void close() {
        // nothing is held
    }

    private final class Cursor implements EventCursor {
        private final List<Event> wanted;
        private final int pageSize;
        private int next;

        Cursor(List<Event> wanted, int next, int pageSize) {
            this.wanted = wanted;
            this.next = next;
            this.pageSize = pageSize;
        }

        @Override
        public Optional<EventPage> next() {
            if (next >= wanted.size()) {
                return Optional.empty();
            }
            var page = new EventPage.Builder(true, pageSize);
            for (int i = 0; i < pageSize && next < wanted.size(); i++, next++) {
                add(page, wanted.get(next));
            }
            return Optional.of(page.build(new Bookmark(Integer.toString(next))));
        }

        private void add(EventPage.Builder page, Event event) {
            rowsRead++;
            page.stream(event.stream(), event.category()).type(event.type()).version(event.version().orElse(0));
            event.position().ifPresent(position -> page.position(position.high(), position.low()));
            event.recordedAt().ifPresent(page::recordedAt);
            event.id().ifPresent(page::id);
            page.data(event.data().copy()).endRow();
        }

        @Override
        public void close() {
            // nothing is held
        }
    }

    private final class Snapshots implements SnapshotReader {
        @Override
        public SnapshotCursor read(Optional<String> stream) {
            var pages = new ArrayList<>(List.of(snapshots.stream()
                    .filter(one -> stream.isEmpty() || stream.get().equals(one.stream()))
                    .sorted(Comparator.comparing(StoredSnapshot::stream).thenComparingLong(StoredSnapshot::version))
                    .toList()));
            return new SnapshotCursor() {
                @Override
                public Optional<List<StoredSnapshot>> next() {
                    return pages.isEmpty() || pages.getFirst().isEmpty()
                            ? Optional.empty()
                            : Optional.of(pages.removeFirst());
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
}
