package io.hindcast.desktop.fake;

import io.hindcast.connector.EventCursor;
import io.hindcast.connector.EventSource;
import io.hindcast.connector.Follower;
import io.hindcast.connector.ReadRequest;
import io.hindcast.connector.ReadRequest.Selection;
import io.hindcast.connector.SnapshotReader;
import io.hindcast.connector.SourceInfo;
import io.hindcast.connector.Tail;
import io.hindcast.event.Bookmark;
import io.hindcast.event.Event;
import io.hindcast.event.EventPage;
import io.hindcast.event.StoredSnapshot;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// The bytes of the fake events, a few to a page, so that reading takes several.
final class FakeSource implements EventSource {
    private static final int ROWS = 100;

    private final SourceInfo info;
    private final List<FakeEvent> events;
    private final List<StoredSnapshot> snapshots;
    private final BooleanSupplier holds;
    private final boolean live;

    /// @param live whether the store can be followed
    /// @param holds asked before each page; while it says so, reading waits
    FakeSource(
            SourceInfo info,
            List<FakeEvent> events,
            List<StoredSnapshot> snapshots,
            BooleanSupplier holds,
            boolean live) {
        this.live = live;
        this.info = info;
        this.events = events;
        this.snapshots = snapshots;
        this.holds = holds;
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
        return snapshots.isEmpty() ? Optional.empty() : Optional.of(new FakeSnapshots(snapshots));
    }

    /// One that is there to be asked about; the store itself follows.
    @Override
    public Optional<Tail> tail() {
        return live ? Optional.of(new Told()) : Optional.empty();
    }

    private static final class Told implements Tail {
        @Override
        public Certainty certainty() {
            return Certainty.PROVEN;
        }

        @Override
        public String how() {
            return "numbers are given in the order of the commits, so that what is seen is complete";
        }

        @Override
        public Optional<Bookmark> mark() {
            return Optional.empty();
        }

        @Override
        public Follower follow(Optional<Bookmark> after, ReadRequest.Detail detail, int pageSize) {
            throw new IllegalStateException("the fake store follows by itself");
        }
    }

    @Override
    public void close() {
        // nothing is held
    }

    private final class Cursor implements EventCursor {
        private final Selection selection;
        private int next;

        Cursor(ReadRequest request) {
            selection = request.selection();
            next = request.after().map(bookmark -> Integer.parseInt(bookmark.text())).orElse(0);
        }

        @Override
        public Optional<EventPage> next() {
            while (holds.getAsBoolean()) {
                Thread.onSpinWait();
            }
            var page = new EventPage.Builder(true, ROWS);
            int rows = 0;
            for (; next < events.size() && rows < ROWS; next++) {
                Event event = events.get(next).header();
                if (isWanted(event)) {
                    rows++;
                    add(page, event);
                }
            }
            return rows == 0 ? Optional.empty() : Optional.of(page.build(new Bookmark(Integer.toString(next))));
        }

        private void add(EventPage.Builder page, Event event) {
            page.stream(event.stream(), event.category()).type(event.type()).position(0, next + 1);
            event.version().ifPresent(page::version);
            event.recordedAt().ifPresent(page::recordedAt);
            event.id().ifPresent(page::id);
            page.data(event.data().copy()).metadata(event.metadata().copy()).endRow();
        }

        private boolean isWanted(Event event) {
            return switch (selection) {
                case Selection.Store() -> true;
                case Selection.Category(String name) -> name.equals(event.category());
                case Selection.Stream(String name) -> name.equals(event.stream());
            };
        }

        @Override
        public void close() {
            // nothing is held
        }
    }
}
