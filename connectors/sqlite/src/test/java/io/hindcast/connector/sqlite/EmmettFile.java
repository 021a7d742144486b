package io.hindcast.connector.sqlite;

import io.hindcast.event.Event;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes events into a file in the manner of Emmett.
final class EmmettFile {
    private static final String STREAMS = "CREATE TABLE emt_streams(stream_id TEXT NOT NULL, stream_position BIGINT)";

    private EmmettFile() {}

    /// @param constraint what the columns that Emmett declares NOT NULL are declared as
    static Connection create(Path file, String constraint) throws SQLException {
        var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        try (var statement = connection.createStatement()) {
            statement.execute(STREAMS);
            statement.execute("""
                CREATE TABLE emt_messages(
                    stream_id TEXT %1$s, stream_position BIGINT %1$s, partition TEXT %1$s,
                    message_kind CHAR(1), message_data JSONB %1$s, message_metadata JSONB %1$s,
                    message_schema_version TEXT %1$s, message_type TEXT %1$s, message_id TEXT %1$s,
                    is_archived BOOLEAN %1$s, global_position INTEGER PRIMARY KEY, created DATETIME)
                """.formatted(constraint));
        }
        return connection;
    }

    static void add(Connection connection, List<Event> events) throws SQLException {
        for (Event event : events) {
            add(
                    connection,
                    event.stream(),
                    event.version().orElseThrow(),
                    event.type(),
                    event.data().text(),
                    event.metadata().text(),
                    event.id().orElseThrow(),
                    event.recordedAt()
                            .orElseThrow()
                            .toString()
                            .replace('T', ' ')
                            .replace("Z", ""));
        }
    }

    static void add(Connection connection, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
            INSERT INTO emt_messages(stream_id, stream_position, message_type, message_data, message_metadata,
                message_id, created, partition, message_kind, message_schema_version, is_archived)
            VALUES (?, ?, ?, ?, ?, ?, ?, 'emt:default', 'E', '1', 0)
            """)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
