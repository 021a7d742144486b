package io.hindcast.connector.postgresql;

import io.hindcast.connector.Connector;
import io.hindcast.connector.OpenRequest;
import io.hindcast.connector.tck.ConnectorContract;
import io.hindcast.connector.tck.KnownHistory;
import io.hindcast.connector.tck.TckHistory;
import io.hindcast.event.Event;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;

/// The contract over a Commanded store, whose events lie in three tables.
class CommandedContractTest extends ConnectorContract {
    private static final String[] TABLES = {
        """
        CREATE TABLE streams (stream_id bigserial PRIMARY KEY, stream_uuid text NOT NULL UNIQUE,
            stream_version bigint NOT NULL DEFAULT 0, created_at timestamptz NOT NULL DEFAULT now(),
            deleted_at timestamptz)
        """,
        """
        CREATE TABLE events (event_id uuid PRIMARY KEY, event_type text NOT NULL, causation_id uuid,
            correlation_id uuid, data bytea NOT NULL, metadata bytea, created_at timestamptz NOT NULL)
        """,
        """
        CREATE TABLE stream_events (event_id uuid NOT NULL REFERENCES events,
            stream_id bigint NOT NULL REFERENCES streams, stream_version bigint NOT NULL,
            original_stream_id bigint REFERENCES streams, original_stream_version bigint,
            PRIMARY KEY (event_id, stream_id))
        """,
        "CREATE UNIQUE INDEX ix_stream_events ON stream_events (stream_id, stream_version)",
        "INSERT INTO streams (stream_id, stream_uuid) VALUES (0, '$all')"
    };

    @BeforeAll
    static void fill() throws SQLException {
        TestServer.server().createDatabase("commanded_contract");
        TestServer.run("commanded_contract", TABLES);
        try (var connection = TestServer.server().connect("commanded_contract")) {
            for (Event event : TckHistory.events(1)) {
                insert(connection, event);
            }
        }
    }

    private static void insert(Connection connection, Event event) throws SQLException {
        try (var statement = connection.prepareStatement(
                """
                WITH event AS (
                    INSERT INTO events (event_id, event_type, data, metadata, created_at) VALUES (?, ?, ?, ?, ?)
                    RETURNING event_id
                ), home AS (
                    INSERT INTO streams (stream_uuid) VALUES (?)
                    ON CONFLICT (stream_uuid) DO UPDATE SET stream_uuid = excluded.stream_uuid RETURNING stream_id
                ), whole AS (
                    UPDATE streams SET stream_version = stream_version + 1 WHERE stream_id = 0 RETURNING stream_version
                )
                INSERT INTO stream_events
                SELECT event_id, home.stream_id, number, home.stream_id, number
                FROM event, home, (VALUES (?::bigint)) AS version (number)
                UNION ALL
                SELECT event_id, 0, whole.stream_version, home.stream_id, number
                FROM event, home, whole, (VALUES (?::bigint)) AS version (number)
                """)) {
            statement.setObject(1, UUID.fromString(event.id().orElseThrow()));
            statement.setString(2, event.type());
            statement.setBytes(3, event.data().copy());
            statement.setBytes(4, event.metadata().copy());
            statement.setObject(5, event.recordedAt().orElseThrow().atOffset(ZoneOffset.UTC));
            statement.setString(6, event.stream());
            statement.setLong(7, event.version().orElseThrow());
            statement.setLong(8, event.version().orElseThrow());
            statement.executeUpdate();
        }
    }

    @Override
    protected Connector connector() {
        return new PostgresConnector();
    }

    @Override
    protected OpenRequest request() {
        return TestServer.request("commanded_contract");
    }

    @Override
    protected KnownHistory history() {
        return KnownHistory.of(TckHistory.events(1));
    }
}
