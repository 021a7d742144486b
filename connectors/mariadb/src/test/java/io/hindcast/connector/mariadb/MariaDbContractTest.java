package io.hindcast.connector.mariadb;

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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIf;

/// The contract over a store with the columns of message-db.
@EnabledIf("io.hindcast.connector.tck.mariadb.LocalMariaDb#isAvailable")
class MariaDbContractTest extends ConnectorContract {
    private static final String TABLE =
            """
            CREATE TABLE messages (
                global_position bigint unsigned AUTO_INCREMENT PRIMARY KEY,
                position bigint NOT NULL,
                time datetime(6) NOT NULL,
                stream_name varchar(255) NOT NULL,
                type varchar(255) NOT NULL,
                data json,
                metadata json,
                id uuid NOT NULL,
                UNIQUE (stream_name, position))
            """;

    @BeforeAll
    static void fill() throws SQLException {
        fill("contract");
        fill("contract_damaged");
        TestServer.run(
                "contract_damaged",
                "SET sql_mode = ''; UPDATE messages SET time = '0000-00-00' WHERE global_position IN (2, 5)");
    }

    private static void fill(String database) throws SQLException {
        TestServer.server().createDatabase(database);
        TestServer.run(database, TABLE);
        try (var connection = TestServer.server().connect(database)) {
            for (Event event : TckHistory.events(0)) {
                insert(connection, event);
            }
        }
    }

    private static void insert(Connection connection, Event event) throws SQLException {
        try (var statement = connection.prepareStatement(
                """
                INSERT INTO messages (stream_name, position, type, time, data, metadata, id)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """)) {
            statement.setString(1, event.stream());
            statement.setLong(2, event.version().orElseThrow());
            statement.setString(3, event.type());
            statement.setObject(
                    4, event.recordedAt().orElseThrow().atOffset(ZoneOffset.UTC).toLocalDateTime());
            statement.setString(5, event.data().text());
            statement.setString(6, event.metadata().text());
            statement.setString(7, event.id().orElseThrow());
            statement.executeUpdate();
        }
    }

    @Override
    protected Connector connector() {
        return new MariaDbConnector();
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
