package io.hindcast.sample;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/// Collects rows and sends them in batches, each batch in a transaction of its own. Holds at most one batch.
final class BatchWriter implements HistorySink {
    private final Connection connection;
    private final PreparedStatement events;
    private final PreparedStatement snapshots;
    private final int rowsABatch;
    private int waiting;

    /// @param events an insert with the columns of an event, in the order of [LedgerStore]
    /// @param snapshots an insert with the columns of a snapshot, likewise
    BatchWriter(Connection connection, PreparedStatement events, PreparedStatement snapshots, int rowsABatch) {
        this.connection = connection;
        this.events = events;
        this.snapshots = snapshots;
        this.rowsABatch = rowsABatch;
    }

    @Override
    public void event(SampleEvent event) {
        try {
            events.setLong(1, event.position());
            events.setString(2, event.stream());
            events.setString(3, event.category());
            events.setLong(4, event.version());
            events.setString(5, event.id());
            events.setString(6, event.type());
            events.setObject(7, utc(event.recordedAt()));
            events.setBytes(8, event.data().copy());
            events.setBytes(9, event.metadata().copy());
            events.addBatch();
            added();
        } catch (SQLException e) {
            throw new WriteFailed(e);
        }
    }

    @Override
    public void snapshot(SampleSnapshot snapshot) {
        try {
            snapshots.setString(1, snapshot.stream());
            snapshots.setLong(2, snapshot.version());
            snapshots.setObject(3, utc(snapshot.recordedAt()));
            snapshots.setBytes(4, snapshot.state().copy());
            snapshots.addBatch();
            added();
        } catch (SQLException e) {
            throw new WriteFailed(e);
        }
    }

    /// Sends what is waiting.
    void flush() throws SQLException {
        events.executeBatch();
        snapshots.executeBatch();
        connection.commit();
        waiting = 0;
    }

    private void added() throws SQLException {
        waiting++;
        if (waiting >= rowsABatch) {
            flush();
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /// Carries an [SQLException] through the generator, which knows nothing of SQL.
    static final class WriteFailed extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final SQLException reason;

        private WriteFailed(SQLException reason) {
            super(reason);
            this.reason = reason;
        }

        SQLException reason() {
            return reason;
        }
    }
}
