package io.hindcast.engine.population;

import io.hindcast.connector.EventCursor;
import io.hindcast.connector.EventSource;
import io.hindcast.connector.ReadRequest;
import io.hindcast.connector.SnapshotReader;
import io.hindcast.connector.SourceInfo;
import java.util.Optional;
import java.util.Set;

/// A source that gives pages of a few rows, so that a short history has many, and counts how often it is read.
public final class SmallPages implements EventSource {
    private final EventSource source;
    private final int rows;
    private final Set<String> deleted;
    private int storeReads;

    public SmallPages(EventSource source, int rows) {
        this(source, rows, Set.of());
    }

    public SmallPages(EventSource source, int rows, Set<String> deleted) {
        this.source = source;
        this.rows = rows;
        this.deleted = deleted;
    }

    /// How often many streams were read at once.
    public int storeReads() {
        return storeReads;
    }

    @Override
    public SourceInfo info() {
        return source.info();
    }

    @Override
    public EventCursor read(ReadRequest request) {
        storeReads += request.selection() instanceof ReadRequest.Selection.Stream ? 0 : 1;
        return source.read(request.withPageSize(rows));
    }

    @Override
    public Optional<SnapshotReader> snapshots() {
        return source.snapshots();
    }

    @Override
    public Set<String> deletedStreams() {
        return deleted;
    }

    @Override
    public void close() {
        source.close();
    }
}
