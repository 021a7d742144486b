package io.hindcast.audit.horizon;

import io.hindcast.connector.EventCursor;
import io.hindcast.connector.EventSource;
import io.hindcast.connector.ReadRequest;
import io.hindcast.connector.SnapshotReader;
import io.hindcast.connector.SourceInfo;
import io.hindcast.engine.index.HeaderIndex;
import io.hindcast.event.ByteSlice;
import io.hindcast.event.EventPage;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A source without the events behind a horizon, and without the snapshots taken of them.
final class BoundedSource implements EventSource {
    private final EventSource source;
    private final Horizon horizon;
    private final HeaderIndex index;

    /// @param index of what lies within; may be filled later, before snapshots are read
    BoundedSource(EventSource source, Horizon horizon, HeaderIndex index) {
        this.source = source;
        this.horizon = horizon;
        this.index = index;
    }

    @Override
    public SourceInfo info() {
        return source.info();
    }

    @Override
    public List<SourceInfo.NotRead> notRead() {
        return source.notRead();
    }

    @Override
    public SourceInfo infoOf(String stream) {
        return source.infoOf(stream);
    }

    @Override
    public EventCursor read(ReadRequest request) {
        return new Bounded(source.read(request));
    }

    @Override
    public Optional<SnapshotReader> snapshots() {
        return source.snapshots().map(reader -> new BoundedSnapshots(reader, index));
    }

    @Override
    public boolean isFar() {
        return source.isFar();
    }

    @Override
    public Set<String> deletedStreams() {
        return source.deletedStreams();
    }

    @Override
    public Optional<String> foldRules() {
        return source.foldRules();
    }

    @Override
    public Optional<byte[]> attachment(String name) {
        return source.attachment(name);
    }

    @Override
    public void close() {
        // the source belongs to whoever opened it
    }

    private final class Bounded implements EventCursor {
        private final EventCursor cursor;

        Bounded(EventCursor cursor) {
            this.cursor = cursor;
        }

        @Override
        public Optional<EventPage> next() {
            for (Optional<EventPage> page = cursor.next(); page.isPresent(); page = cursor.next()) {
                EventPage within = within(page.get());
                if (within.size() > 0) {
                    return Optional.of(within);
                }
            }
            return Optional.empty();
        }

        @Override
        public void close() {
            cursor.close();
        }
    }

    /// The page itself where all of it lies within, which is nearly always.
    private EventPage within(EventPage page) {
        int first = 0;
        while (first < page.size() && horizon.holds(page, first)) {
            first++;
        }
        if (first == page.size()) {
            return page;
        }
        var kept = new EventPage.Builder(page.isPositioned(), page.size());
        for (int row = 0; row < page.size(); row++) {
            if (horizon.holds(page, row)) {
                copy(page, row, kept);
            }
        }
        return kept.build(page.bookmark());
    }

    private static void copy(EventPage page, int row, EventPage.Builder kept) {
        kept.stream(page.stream(row), page.category(row)).type(page.type(row));
        if (page.version(row) != EventPage.NO_VERSION) {
            kept.version(page.version(row));
        }
        if (page.isPositioned()) {
            kept.position(page.positionHigh(row), page.positionLow(row));
        }
        if (page.recordedSecond(row) != EventPage.NO_TIME) {
            kept.recordedAt(page.recordedSecond(row), page.recordedNano(row));
        }
        page.id(row).ifPresent(kept::id);
        ByteSlice data = page.data(row);
        kept.data(data.copy());
        ByteSlice metadata = page.metadata(row);
        kept.metadata(metadata.copy());
        page.trouble(row).ifPresent(kept::trouble);
        kept.endRow();
    }
}
