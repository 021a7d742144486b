package io.hindcast.connector.postgresql;

import io.hindcast.connector.EventCursor;
import io.hindcast.connector.EventSource;
import io.hindcast.connector.ReadRequest;
import io.hindcast.connector.SnapshotReader;
import io.hindcast.connector.SourceInfo;
import java.util.Optional;

/// An open store that forgets the password when it is closed.
final class PostgresSource implements EventSource {
    private final EventSource store;
    private final Sessions sessions;

    PostgresSource(EventSource store, Sessions sessions) {
        this.store = store;
        this.sessions = sessions;
    }

    @Override
    public SourceInfo info() {
        return store.info();
    }

    @Override
    public EventCursor read(ReadRequest request) {
        return store.read(request);
    }

    @Override
    public Optional<SnapshotReader> snapshots() {
        return store.snapshots();
    }

    @Override
    public void close() {
        store.close();
        sessions.close();
    }
}
