package io.hindcast.audit.seal;

import io.hindcast.connector.EventCursor;
import io.hindcast.connector.EventSource;
import io.hindcast.connector.Follower;
import io.hindcast.connector.Reach;
import io.hindcast.connector.ReadRequest;
import io.hindcast.connector.SnapshotReader;
import io.hindcast.connector.SourceInfo;
import io.hindcast.connector.Tail;
import io.hindcast.event.Bookmark;
import io.hindcast.event.ByteSlice;
import io.hindcast.event.Event;
import io.hindcast.event.EventPage;
import io.hindcast.event.PayloadShape;
import io.hindcast.event.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;

/// A store in memory that grows and can be tampered with, in small pages.
final class MemoryEvents implements EventSource {
    private final boolean ordered;
    private final List<Event> events;
    private Optional<Position> complete = Optional.empty();

    /// @param ordered whether events have positions; without, reading goes stream by stream
    MemoryEvents(boolean ordered) {
        this(ordered, List.of());
    }

    private MemoryEvents(boolean ordered, List<Event> events) {
        this.ordered = ordered;
        this.events = new ArrayList<>(events);
    }

    /// From now on the store says that it is complete up to there.
    void completeUpTo(long position) {
        complete = Optional.of(Position.of(position));
    }

    @Override
    public Optional<Tail> tail() {
        return complete.map(KnownEnd::new);
    }

    private record KnownEnd(Position position) implements Tail {
        @Override
        public Certainty certainty() {
            return Certainty.PROVEN;
        }

        @Override
        public String how() {
            return "told by the test";
        }

        @Override
        public Optional<Bookmark> mark() {
            return Optional.empty();
        }

        @Override
        public Follower follow(Optional<Bookmark> after, ReadRequest.Detail detail, int pageSize) {
            return new Follower() {
                @Override
                public Reach look() {
                    return new Reach(Optional.of(position), 0, 0, true);
                }

                @Override
                public Optional<EventPage> next() {
                    return Optional.empty();
                }

                @Override
                public void await(Duration atMost) {
                    throw new IllegalStateException("the end is known at once");
                }

                @Override
                public void close() {
                    // nothing is held
                }
            };
        }
    }

    List<Event> events() {
        return events;
    }

    MemoryEvents copy() {
        return new MemoryEvents(ordered, events);
    }

    /// Events of random streams, old and new ones.
    void grow(int count, Random random) {
        for (int i = 0; i < count; i++) {
            String stream = "stream-" + random.nextInt(9);
            long version = events.stream().filter(event -> event.stream().equals(stream)).count() + 1;
            long position = events.isEmpty() ? 1 : 1 + events.getLast().position().map(Position::low).orElse(0L) + random.nextInt(3);
            events.add(event(stream, version, position, random));
        }
    }

    Event event(String stream, long version, long position, Random random) {
        return new Event(
                stream,
                "stream",
                OptionalLong.of(version),
                ordered ? Optional.of(Position.of(position)) : Optional.empty(),
                Optional.of(Long.toHexString(random.nextLong())),
                "Type" + random.nextInt(4),
                Optional.of(Instant.ofEpochSecond(1_700_000_000L + position, random.nextInt(1_000_000_000))),
                ByteSlice.ofText("{\"n\":" + random.nextLong() + "}"),
                ByteSlice.ofText(random.nextBoolean() ? "" : "{\"by\":\"ä\\n\"}"),
                Optional.empty());
    }

    @Override
    public SourceInfo info() {
        var json = PayloadShape.of(PayloadShape.Formats.JSON);
        return new SourceInfo("memory", "memory", "memory", List.of(), "", List.of(), List.of(), Set.of(), json, json, json, Map.of());
    }

    @Override
    public EventCursor read(ReadRequest request) {
        List<Event> wanted = request.selection() instanceof ReadRequest.Selection.Stream(String name)
                ? events.stream().filter(event -> event.stream().equals(name)).toList()
                : ordered
                        ? List.copyOf(events)
                        : events.stream().sorted(Comparator.comparing(Event::stream)).toList();
        return new Pages(wanted);
    }

    @Override
    public Optional<SnapshotReader> snapshots() {
        return Optional.empty();
    }

    @Override
    public void close() {
        // nothing is held
    }

    private final class Pages implements EventCursor {
        private static final int ROWS = 7;

        private final List<Event> wanted;
        private int next;

        Pages(List<Event> wanted) {
            this.wanted = wanted;
        }

        @Override
        public Optional<EventPage> next() {
            if (next >= wanted.size()) {
                return Optional.empty();
            }
            var page = new EventPage.Builder(ordered, ROWS);
            for (int row = 0; row < ROWS && next < wanted.size(); row++, next++) {
                add(page, wanted.get(next));
            }
            return Optional.of(page.build(new Bookmark(Integer.toString(next))));
        }

        private static void add(EventPage.Builder page, Event event) {
            page.stream(event.stream(), event.category()).type(event.type()).version(event.version().orElseThrow());
            event.position().ifPresent(position -> page.position(position.high(), position.low()));
            event.recordedAt().ifPresent(page::recordedAt);
            event.id().ifPresent(page::id);
            page.data(event.data().copy()).metadata(event.metadata().copy()).endRow();
        }

        @Override
        public void close() {
            // nothing is held
        }
    }
}
