package io.hindcast.connector.tck.example;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.EventCursor;
import io.hindcast.connector.EventSource;
import io.hindcast.connector.ReadRequest;
import io.hindcast.connector.ReadRequest.Selection;
import io.hindcast.connector.SnapshotReader;
import io.hindcast.connector.SourceInfo;
import io.hindcast.connector.SourceInfo.Capability;
import io.hindcast.event.Bookmark;
import io.hindcast.event.Event;
import io.hindcast.event.EventField;
import io.hindcast.event.FieldLocation;
import io.hindcast.event.PayloadShape;
import io.hindcast.event.PayloadShape.Formats;
import io.hindcast.event.Position;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads a list of events that is in the order of their positions.
final class MemorySource implements EventSource {
    private final List<Event> events;
    private volatile boolean closed;

    MemorySource(List<Event> events) {
        this.events = List.copyOf(events);
    }

    @Override
    public SourceInfo info() {
        return new SourceInfo(
                "memory",
                "memory",
                "list",
                List.of("the location starts with memory:"),
                "",
                List.of(new SourceInfo.Proof("list cannot be changed", "copied on opening", true)),
                List.of(),
                Set.of(
                        Capability.GLOBAL_ORDER,
                        Capability.DENSE_POSITIONS,
                        Capability.DENSE_VERSIONS,
                        Capability.RECORDED_TIME,
                        Capability.CHEAP_HEADERS,
                        Capability.BACKWARD),
                PayloadShape.of(Formats.JSON),
                PayloadShape.of(Formats.JSON),
                PayloadShape.of(Formats.JSON),
                Map.of(
                        EventField.ACTOR, List.of(FieldLocation.metadata("/user")),
                        EventField.CORRELATION_ID, List.of(FieldLocation.metadata("/correlationId"))));
    }

    @Override
    public EventCursor read(ReadRequest request) {
        assertOpen();
        var selected = events.stream()
                .filter(event -> isSelected(event, request))
                .sorted(orderOf(request))
                .toList();
        int start =
                request.after().map(bookmark -> indexBehind(bookmark, selected)).orElse(0);
        return new MemoryCursor(this, selected, start, request);
    }

    @Override
    public Optional<SnapshotReader> snapshots() {
        return Optional.empty();
    }

    @Override
    public void close() {
        closed = true;
    }

    void assertOpen() {
        if (closed) {
            throw new ConnectorException(ConnectorException.Kind.CLOSED, "The store was closed.");
        }
    }

    private static boolean isSelected(Event event, ReadRequest request) {
        return switch (request.selection()) {
            case Selection.Store() -> true;
            case Selection.Category(String name) -> event.category().equals(name);
            case Selection.Stream(String name) ->
                event.stream().equals(name)
                        && event.version().orElse(0) > request.versions().after()
                        && event.version().orElse(0) <= request.versions().upTo();
        };
    }

    private static Comparator<Event> orderOf(ReadRequest request) {
        Comparator<Event> forward = Comparator.comparing(MemorySource::place);
        return switch (request.direction()) {
            case FORWARD -> forward;
            case BACKWARD -> forward.reversed();
        };
    }

    /// A bookmark is the position of the last row that was given.
    private static int indexBehind(Bookmark bookmark, List<Event> selected) {
        for (int row = 0; row < selected.size(); row++) {
            if (place(selected.get(row)).toString().equals(bookmark.text())) {
                return row + 1;
            }
        }
        throw new ConnectorException(ConnectorException.Kind.SETTINGS, "This bookmark is not from this store.");
    }

    static Position place(Event event) {
        return event.position().orElseThrow();
    }
}
