package io.hindcast.connector.h2;

import io.hindcast.event.Event;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes events into an H2 file in the manner of the bundled sample.
final class LedgerFile {
    private static final String SNAPSHOTS = """
        CREATE TABLE LEDGER_SNAPSHOT (
            STREAM VARCHAR(200) NOT NULL, VERSION BIGINT NOT NULL,
            RECORDED_AT TIMESTAMP(9) WITH TIME ZONE NOT NULL, STATE BLOB NOT NULL, PRIMARY KEY (STREAM, VERSION))
        """;

    private LedgerFile() {}

    /// @param database path without the ending
    static Connection create(Path database) throws SQLException {
        var connection = DriverManager.getConnection("jdbc:h2:" + database, "SA", "");
        try (var statement = connection.createStatement()) {
            statement.execute(H2RefusalTest.LEDGER);
            statement.execute(SNAPSHOTS);
        }
        return connection;
    }

    static void add(Connection connection, List<Event> events) throws SQLException {
        for (Event event : events) {
            add(
                    connection,
                    event.position().orElseThrow().low(),
                    event.stream(),
                    event.category(),
                    event.version().orElseThrow(),
                    event.id().orElseThrow(),
                    event.type(),
                    OffsetDateTime.ofInstant(event.recordedAt().orElseThrow(), ZoneOffset.UTC),
                    event.data().copy(),
                    event.metadata().copy());
        }
    }

    static void add(Connection connection, @Nullable Object... values) throws SQLException {
        insert(connection, "INSERT INTO LEDGER_EVENT VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", values);
    }

    static void addSnapshot(Connection connection, @Nullable Object... values) throws SQLException {
        insert(connection, "INSERT INTO LEDGER_SNAPSHOT VALUES (?, ?, ?, ?)", values);
    }

    private static void insert(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
