package io.hindcast.connector.tck.example;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.EventCursor;
import io.hindcast.connector.ReadRequest;
import io.hindcast.connector.ReadRequest.Detail;
import io.hindcast.event.Bookmark;
import io.hindcast.event.Event;
import io.hindcast.event.EventPage;
import io.hindcast.event.Position;
import java.util.List;
import java.util.Optional;

/// Cuts a list of events into pages.
final class MemoryCursor implements EventCursor {
    private final MemorySource source;
    private final List<Event> events;
    private final ReadRequest request;
    private int next;
    private boolean closed;

    MemoryCursor(MemorySource source, List<Event> events, int start, ReadRequest request) {
        this.source = source;
        this.events = events;
        this.next = start;
        this.request = request;
    }

    @Override
    public Optional<EventPage> next() {
        source.assertOpen();
        if (closed) {
            throw new ConnectorException(ConnectorException.Kind.CLOSED, "The cursor was closed.");
        }
        int end = Math.min(events.size(), next + request.pageSize());
        if (next == end) {
            return Optional.empty();
        }
        var page = new EventPage.Builder(true, end - next);
        events.subList(next, end).forEach(event -> add(event, page));
        next = end;
        return Optional.of(
                page.build(new Bookmark(MemorySource.place(events.get(end - 1)).toString())));
    }

    @Override
    public void close() {
        closed = true;
    }

    private void add(Event event, EventPage.Builder page) {
        Position place = MemorySource.place(event);
        page.stream(event.stream(), event.category()).type(event.type()).position(place.high(), place.low());
        event.version().ifPresent(page::version);
        event.recordedAt().ifPresent(page::recordedAt);
        event.id().ifPresent(page::id);
        event.trouble().ifPresent(page::trouble);
        if (request.detail() == Detail.FULL) {
            page.data(event.data().copy()).metadata(event.metadata().copy());
        }
        page.endRow();
    }
}
