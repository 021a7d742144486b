package io.hindcast.bench.data;

import io.hindcast.connector.EventCursor;
import io.hindcast.connector.EventSource;
import io.hindcast.connector.ReadRequest;
import io.hindcast.connector.SnapshotReader;
import io.hindcast.connector.SourceInfo;
import io.hindcast.event.Bookmark;
import io.hindcast.event.EventPage;
import io.hindcast.event.PayloadShape;
import io.hindcast.sample.SampleEvent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Streams in memory, as pages: a source that costs nothing to read.
public final class StreamPages implements EventSource {
    private static final int ROWS = 10_000;
    private static final PayloadShape JSON = PayloadShape.of(PayloadShape.Formats.JSON);

    private final Map<String, List<EventPage>> streams;

    private StreamPages(Map<String, List<EventPage>> streams) {
        this.streams = streams;
    }

    /// Collects events by stream, in the order in which they come.
    public static final class Collector {
        private final Map<String, List<EventPage>> done = new LinkedHashMap<>();
        private final Map<String, EventPage.Builder> open = new LinkedHashMap<>();

        public void add(String stream, long version, SampleEvent event) {
            var page = open.computeIfAbsent(stream, _ -> new EventPage.Builder(true, 16));
            page.stream(stream, event.category());
            page.type(event.type());
            page.version(version);
            page.position(0, event.position());
            page.recordedAt(event.recordedAt());
            page.id(event.id());
            page.data(event.data().array(), event.data().offset(), event.data().length());
            page.metadata(
                    event.metadata().array(),
                    event.metadata().offset(),
                    event.metadata().length());
            page.endRow();
            if (page.size() == ROWS) {
                close(stream, page);
                open.remove(stream);
            }
        }

        public StreamPages build() {
            open.forEach(this::close);
            open.clear();
            return new StreamPages(done);
        }

        private void close(String stream, EventPage.Builder page) {
            done.computeIfAbsent(stream, _ -> new ArrayList<>()).add(page.build(new Bookmark(stream)));
        }
    }

    public Set<String> names() {
        return streams.keySet();
    }

    public List<EventPage> pages(String stream) {
        return streams.getOrDefault(stream, List.of());
    }

    public long events() {
        return streams.values().stream()
                .flatMap(List::stream)
                .mapToLong(EventPage::size)
                .sum();
    }

    @Override
    public SourceInfo info() {
        return new SourceInfo(
                "memory", "memory", "memory", List.of(), "", List.of(), List.of(), Set.of(), JSON, JSON, JSON, Map.of());
    }

    @Override
    public EventCursor read(ReadRequest request) {
        if (!(request.selection() instanceof ReadRequest.Selection.Stream(String name))) {
            throw new IllegalArgumentException("only one stream at a time");
        }
        Iterator<EventPage> pages = pages(name).iterator();
        return new EventCursor() {
            @Override
            public Optional<EventPage> next() {
                return pages.hasNext() ? Optional.of(pages.next()) : Optional.empty();
            }

            @Override
            public void close() {
                // nothing is held
            }
        };
    }

    @Override
    public Optional<SnapshotReader> snapshots() {
        return Optional.empty();
    }

    @Override
    public void close() {
        // nothing is held
    }
}
