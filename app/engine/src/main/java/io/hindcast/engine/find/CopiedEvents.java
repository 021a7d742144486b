package io.hindcast.engine.find;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.EventCursor;
import io.hindcast.connector.ReadRequest.Selection;
import io.hindcast.engine.index.HeaderIndex;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.spool.EventSpool;
import io.hindcast.event.Bookmark;
import io.hindcast.event.EventPage;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/// The events of a search out of the copy of the bodies, so that a far store is not asked for all of them again.
final class CopiedEvents implements EventCursor {
    private static final int PAGE = 10_000;
    private static final String MARK = "copy:";

    private final EventSpool copy;
    private final int[] events;
    private int next;

    private CopiedEvents(EventSpool copy, int[] events, int next) {
        this.copy = copy;
        this.events = events;
        this.next = next;
    }

    /// Nothing where there is no copy of all events, where the search is of one stream, and where it was begun in the store.
    ///
    /// @throws ConnectorException when it was begun in a copy that is not there any more
    static Optional<CopiedEvents> of(OpenStore store, TextSearch search) {
        boolean begun = search.after().filter(CopiedEvents::isMark).isPresent();
        var copy = store.bodies()
                .filter(it -> it.size() == store.index().size())
                .filter(_ -> begun || search.after().isEmpty())
                .filter(_ -> !(search.selection() instanceof Selection.Stream));
        if (begun && copy.isEmpty()) {
            throw new ConnectorException(
                    ConnectorException.Kind.SETTINGS,
                    "The search was begun in a copy of the bodies that is gone or has fallen behind. Begin it anew.");
        }
        return copy.map(it -> new CopiedEvents(
                it, events(store.index(), search.selection()), Math.toIntExact(begun ? search.scanned() : 0)));
    }

    private static int[] events(HeaderIndex index, Selection selection) {
        var all = IntStream.range(0, index.size());
        return switch (selection) {
            case Selection.Store() -> all.toArray();
            case Selection.Category(String name) ->
                all.filter(event -> index.streamEntry(index.stream(event)).category().equals(name))
                        .toArray();
            case Selection.Stream(String name) ->
                all.filter(event -> index.streamEntry(index.stream(event)).name().equals(name))
                        .toArray();
        };
    }

    private static boolean isMark(Bookmark bookmark) {
        return bookmark.text().startsWith(MARK);
    }

    /// Where a search goes on in the copy.
    static Bookmark mark(long scanned) {
        return new Bookmark(MARK + scanned);
    }

    @Override
    public Optional<EventPage> next() {
        if (next >= events.length) {
            return Optional.empty();
        }
        int[] page = Arrays.copyOfRange(events, next, Math.min(events.length, next + PAGE));
        next += page.length;
        try {
            return Optional.of(copy.events(page));
        } catch (UncheckedIOException e) {
            throw new ConnectorException(
                    ConnectorException.Kind.INTERNAL, "The copy of the bodies cannot be read.", e);
        }
    }

    @Override
    public void close() {}
}
