package io.hindcast.connector.postgresql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// A store that tests write to while it is followed.
///
/// @param ddl makes the tables
/// @param insert appends a run of versions to a stream: name, first version, last version
/// @param everything stream, version and position of what was committed, in the order that the store promises
record GrowingStore(String database, List<String> ddl, String insert, String everything) {
    /// Numbers are drawn from a sequence; a rollback leaves a gap.
    static GrowingStore messages(String database) {
        return new GrowingStore(
                database,
                List.of(
                        """
                        CREATE TABLE messages (
                            global_position bigserial PRIMARY KEY, position bigint NOT NULL,
                            time timestamp NOT NULL DEFAULT now(), stream_name text NOT NULL,
                            type text NOT NULL DEFAULT 'T', data jsonb DEFAULT '{}', metadata jsonb,
                            id uuid NOT NULL DEFAULT gen_random_uuid(), UNIQUE (stream_name, position))
                        """),
                "INSERT INTO messages (stream_name, position) SELECT ?, g FROM generate_series(?::int, ?::int) g",
                "SELECT stream_name, position, global_position::text FROM messages m ORDER BY m.global_position");
    }

    /// The number of the writing transaction comes before that of the row.
    static GrowingStore transactions(String database) {
        return new GrowingStore(
                database,
                List.of(
                        "CREATE TABLE emt_streams (stream_id text)",
                        """
                        CREATE TABLE emt_messages (
                            stream_id text NOT NULL, stream_position bigint NOT NULL, partition text NOT NULL DEFAULT 'global',
                            message_kind text NOT NULL DEFAULT 'E', message_data jsonb NOT NULL DEFAULT '{}',
                            message_metadata jsonb NOT NULL DEFAULT '{}', message_type text NOT NULL DEFAULT 'T',
                            message_id text NOT NULL DEFAULT gen_random_uuid()::text, is_archived boolean NOT NULL DEFAULT false,
                            global_position bigserial, transaction_id xid8 NOT NULL DEFAULT pg_current_xact_id(),
                            created timestamptz NOT NULL DEFAULT now(), PRIMARY KEY (stream_id, stream_position))
                        """,
                        "CREATE INDEX ON emt_messages (transaction_id, global_position)"),
                "INSERT INTO emt_messages (stream_id, stream_position) SELECT ?, g FROM generate_series(?::int, ?::int) g",
                """
                SELECT stream_id, stream_position, transaction_id || ':' || global_position
                FROM emt_messages m ORDER BY m.transaction_id, m.global_position
                """);
    }

    GrowingStore made() throws SQLException {
        TestServer.server().createDatabase(database);
        TestServer.run(database, ddl.toArray(String[]::new));
        return this;
    }

    /// A connection that commits when it is told to.
    Connection writer() throws SQLException {
        var connection = TestServer.server().connect(database);
        connection.setAutoCommit(false);
        return connection;
    }

    void append(Connection writer, String stream, int first, int last) throws SQLException {
        try (var statement = writer.prepareStatement(insert)) {
            statement.setString(1, stream);
            statement.setInt(2, first);
            statement.setInt(3, last);
            statement.executeUpdate();
        }
    }

    /// What a reader has to get: `stream vVERSION #POSITION`.
    List<String> committed() throws SQLException {
        var lines = new ArrayList<String>();
        try (var connection = TestServer.server().connect(database);
                var statement = connection.createStatement();
                var result = statement.executeQuery(everything)) {
            while (result.next()) {
                lines.add("%s v%d #%s".formatted(result.getString(1), result.getLong(2), result.getString(3)));
            }
        }
        return lines;
    }
}
