package io.hindcast.connector.postgresql;

import io.hindcast.connector.Connector;
import io.hindcast.connector.OpenRequest;
import io.hindcast.connector.tck.ConnectorContract;
import io.hindcast.connector.tck.DamagedStore;
import io.hindcast.connector.tck.KnownHistory;
import io.hindcast.connector.tck.TckHistory;
import io.hindcast.event.Event;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;

/// The contract over a message-db store.
class PostgresContractTest extends ConnectorContract {
    private static final String TABLE =
            """
            CREATE TABLE message_store.messages (
                global_position bigserial PRIMARY KEY,
                position bigint NOT NULL,
                time timestamp without time zone NOT NULL,
                stream_name text NOT NULL,
                type text NOT NULL,
                data %1$s,
                metadata %1$s,
                id uuid NOT NULL,
                UNIQUE (stream_name, position))
            """;

    @BeforeAll
    static void fill() throws SQLException {
        fill("contract", false);
        fill("contract_damaged", true);
    }

    private static void fill(String database, boolean damaged) throws SQLException {
        TestServer.server().createDatabase(database);
        TestServer.run(database, "CREATE SCHEMA message_store", TABLE.formatted("json"));
        try (var connection = TestServer.server().connect(database)) {
            for (Event event : TckHistory.events(0)) {
                insert(connection, event);
            }
        }
        if (damaged) {
            TestServer.run(
                    database,
                    "UPDATE message_store.messages SET time = 'infinity' WHERE global_position = 2",
                    "UPDATE message_store.messages SET time = '-infinity' WHERE global_position = 5");
        }
    }

    private static void insert(Connection connection, Event event) throws SQLException {
        try (var statement = connection.prepareStatement(
                """
                INSERT INTO message_store.messages (stream_name, position, type, time, data, metadata, id)
                VALUES (?, ?, ?, ? AT TIME ZONE 'UTC', ?::json, ?::json, ?)
                """)) {
            statement.setString(1, event.stream());
            statement.setLong(2, event.version().orElseThrow());
            statement.setString(3, event.type());
            statement.setObject(4, event.recordedAt().orElseThrow().atOffset(ZoneOffset.UTC));
            statement.setString(5, event.data().text());
            statement.setString(6, event.metadata().text());
            statement.setObject(7, UUID.fromString(event.id().orElseThrow()));
            statement.executeUpdate();
        }
    }

    @Override
    protected Connector connector() {
        return new PostgresConnector();
    }

    @Override
    protected OpenRequest request() {
        return TestServer.request("contract");
    }

    @Override
    protected KnownHistory history() {
        return KnownHistory.of(TckHistory.events(0));
    }

    @Override
    protected Optional<DamagedStore> damaged() {
        return Optional.of(new DamagedStore(TestServer.request("contract_damaged"), 12, Set.of(1, 4)));
    }
}
