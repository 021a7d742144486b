package io.hindcast.bench.data;

import io.hindcast.connector.ReadRequest;
import io.hindcast.event.Bookmark;
import io.hindcast.event.EventPage;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/// Movements dealt out to many streams that take turns, page by page. Bodies are made once, up to a number, and come
/// round again, so that any number of events takes the room of a few.
public final class DealtPages implements Iterable<EventPage> {
    private static final int RING = 500_000;

    private final List<EventPage> ring = new ArrayList<>();
    private final int events;
    private final int streams;

    /// @param accounts how many accounts the events of all streams are about
    public DealtPages(long seed, int events, int streams, int accounts) {
        this.events = events;
        this.streams = streams;
        try (var cursor = new OneStream(seed, Math.min(events, RING), accounts).read(ReadRequest.stream(OneStream.NAME))) {
            for (Optional<EventPage> page = cursor.next(); page.isPresent(); page = cursor.next()) {
                ring.add(page.get());
            }
        }
    }

    @Override
    public Iterator<EventPage> iterator() {
        return new Iterator<>() {
            private int page;
            private long next;

            @Override
            public boolean hasNext() {
                return next < events;
            }

            @Override
            public EventPage next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                EventPage dealt = dealt(ring.get(page++ % ring.size()), next);
                next += dealt.size();
                return dealt;
            }
        };
    }

    private EventPage dealt(EventPage bodies, long first) {
        int rows = (int) Math.min(bodies.size(), events - first);
        var dealt = new EventPage.Builder(true, rows);
        for (int row = 0; row < rows; row++) {
            long event = first + row;
            var data = bodies.data(row);
            dealt.stream("ledger-" + event % streams, "ledger")
                    .type(bodies.type(row))
                    .version(event / streams)
                    .position(0, event)
                    .recordedAt(bodies.recordedSecond(row), bodies.recordedNano(row))
                    .data(data.array(), data.offset(), data.length())
                    .endRow();
        }
        return dealt.build(new Bookmark(Long.toString(first + rows)));
    }
}
