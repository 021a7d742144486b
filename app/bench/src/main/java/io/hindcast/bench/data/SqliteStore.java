package io.hindcast.bench.data;

import io.hindcast.connector.EventSource;
import io.hindcast.connector.Location;
import io.hindcast.connector.OpenRequest;
import io.hindcast.connector.sqlite.SqliteConnector;
import io.hindcast.sample.HistorySize;
import io.hindcast.sample.SampleEvent;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/// The history in a SQLite file.
public record SqliteStore(Path file) {
    private static final int BATCH = 5_000;

    public static SqliteStore write(Path file, HistorySize size) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute(
                        """
                        CREATE TABLE ledger_event (
                            position INTEGER PRIMARY KEY, stream TEXT NOT NULL, category TEXT NOT NULL,
                            version INTEGER NOT NULL, event_id TEXT NOT NULL, type TEXT NOT NULL,
                            recorded_at INTEGER NOT NULL, data BLOB NOT NULL, metadata BLOB NOT NULL)
                        """);
            }
            try (var insert = connection.prepareStatement(
                    "INSERT INTO ledger_event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
                Mended.generate(size, event -> insert(insert, event));
                insert.executeBatch();
            }
            connection.commit();
        }
        return new SqliteStore(file);
    }

    public EventSource open() {
        return new SqliteConnector().open(OpenRequest.of(new Location(file.toString())));
    }

    /// The limit: a bare loop over all columns, texts and bodies as bytes.
    public long loop() throws SQLException {
        long sum = 0;
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        """
                        SELECT position, stream, category, version, event_id, type, recorded_at, data, metadata
                        FROM ledger_event ORDER BY position
                        """)) {
            while (rows.next()) {
                sum += rows.getLong(1) + rows.getLong(4) + rows.getLong(7);
                sum += rows.getBytes(2).length + rows.getBytes(3).length;
                sum += rows.getBytes(5).length + rows.getBytes(6).length;
                sum += rows.getBytes(8).length + rows.getBytes(9).length;
            }
        }
        return sum;
    }

    private static void insert(PreparedStatement insert, SampleEvent event) {
        try {
            insert.setLong(1, event.position());
            insert.setString(2, event.stream());
            insert.setString(3, event.category());
            insert.setLong(4, event.version());
            insert.setString(5, event.id());
            insert.setString(6, event.type());
            insert.setLong(7, event.recordedAt().toEpochMilli());
            insert.setBytes(8, event.data().copy());
            insert.setBytes(9, event.metadata().copy());
            insert.addBatch();
            if (event.position() % BATCH == 0) {
                insert.executeBatch();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("SQLite refused an event", e);
        }
    }
}
