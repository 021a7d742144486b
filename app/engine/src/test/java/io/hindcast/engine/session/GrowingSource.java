package io.hindcast.engine.session;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.EventCursor;
import io.hindcast.connector.EventSource;
import io.hindcast.connector.Follower;
import io.hindcast.connector.Reach;
import io.hindcast.connector.ReadRequest;
import io.hindcast.connector.ReadRequest.Detail;
import io.hindcast.connector.ReadRequest.Selection;
import io.hindcast.connector.SnapshotReader;
import io.hindcast.connector.SourceInfo;
import io.hindcast.connector.Tail;
import io.hindcast.event.Bookmark;
import io.hindcast.event.EventPage;
import io.hindcast.event.PayloadShape;
import io.hindcast.event.Position;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// A store that a test writes to while it is read: streams by position, versions by counting, times by seconds that are
/// the positions, and a horizon.
final class GrowingSource implements EventSource, Tail {
    private final TreeMap<Long, String> streams = new TreeMap<>();
    private long horizon;
    private boolean broken;

    /// An event that is committed now.
    synchronized GrowingSource commit(long position, String stream) {
        streams.put(position, stream);
        return this;
    }

    synchronized GrowingSource horizon(long position) {
        horizon = position;
        return this;
    }

    synchronized void broken(boolean now) {
        broken = now;
    }

    private synchronized Optional<EventPage> page(long after, long upTo, Selection selection) {
        var page = new EventPage.Builder(true, 16);
        long last = after;
        for (var one : streams.subMap(after, false, Math.max(after, upTo), true).entrySet()) {
            if (!(selection instanceof Selection.Stream(String name)) || name.equals(one.getValue())) {
                page.stream(one.getValue(), "c")
                        .type("T")
                        .version(version(one.getKey(), one.getValue()))
                        .position(0, one.getKey())
                        .recordedAt(one.getKey(), 0)
                        .data("{}".getBytes(StandardCharsets.UTF_8))
                        .endRow();
                last = one.getKey();
            }
        }
        return page.size() == 0 ? Optional.empty() : Optional.of(page.build(new Bookmark(Long.toString(last))));
    }

    private long version(long position, String stream) {
        return streams.headMap(position).values().stream().filter(stream::equals).count();
    }

    @Override
    public SourceInfo info() {
        var json = PayloadShape.of(PayloadShape.Formats.JSON);
        return new SourceInfo(
                "growing", "growing", "growing", List.of(), "", List.of(), List.of(), Set.of(), json, json, json, Map.of());
    }

    @Override
    public EventCursor read(ReadRequest request) {
        return new EventCursor() {
            private long after = request.after().map(GrowingSource::number).orElse(0L);

            @Override
            public Optional<EventPage> next() {
                var page = page(after, Long.MAX_VALUE, request.selection());
                page.ifPresent(it -> after = number(it.bookmark()));
                return page;
            }

            @Override
            public void close() {
                after = Long.MAX_VALUE;
            }
        };
    }

    private static long number(Bookmark bookmark) {
        return Long.parseLong(bookmark.text());
    }

    @Override
    public Optional<SnapshotReader> snapshots() {
        return Optional.empty();
    }

    @Override
    public Optional<Tail> tail() {
        return Optional.of(this);
    }

    @Override
    public Certainty certainty() {
        return Certainty.PROVEN;
    }

    @Override
    public String how() {
        return "the test says";
    }

    @Override
    public synchronized Optional<Bookmark> mark() {
        return Optional.of(new Bookmark(Long.toString(horizon)));
    }

    @Override
    public Follower follow(Optional<Bookmark> after, Detail detail, int pageSize) {
        return new Following(after.map(GrowingSource::number).orElse(0L));
    }

    private final class Following implements Follower {
        private long after;
        private long upTo;

        Following(long after) {
            this.after = after;
        }

        @Override
        public Reach look() {
            synchronized (GrowingSource.this) {
                if (broken) {
                    throw new ConnectorException(ConnectorException.Kind.UNREACHABLE, "The store does not answer.");
                }
                upTo = horizon;
                long ready = streams.subMap(after, false, Math.max(after, upTo), true).size();
                long above = streams.tailMap(upTo, false).size();
                return new Reach(Optional.of(Position.of(upTo)), ready, above, true);
            }
        }

        @Override
        public Optional<EventPage> next() {
            var page = page(after, upTo, new Selection.Store());
            page.ifPresent(it -> after = number(it.bookmark()));
            return page;
        }

        @Override
        public void await(Duration atMost) {
            Thread.onSpinWait();
        }

        @Override
        public void close() {
            after = Long.MAX_VALUE;
        }
    }

    @Override
    public void close() {
        // nothing is held
    }
}
