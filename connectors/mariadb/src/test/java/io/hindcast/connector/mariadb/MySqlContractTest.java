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

/// The contract over a store with the columns of message-db, on a server of MySQL. Bodies are texts: what the type JSON of
/// MySQL takes in it gives back in another order and with fractions in floating point, whoever reads it.
@EnabledIf("io.hindcast.connector.tck.mariadb.LocalMySql#isAvailable")
class MySqlContractTest extends ConnectorContract {
    private static final String TABLE =
            """
            CREATE TABLE messages (
                global_position bigint unsigned AUTO_INCREMENT PRIMARY KEY,
                position bigint NOT NULL,
                time datetime(6) NOT NULL,
                stream_name varchar(255) NOT NULL,
                type varchar(255) NOT NULL,
                data longtext,
                metadata longtext,
                id char(36) NOT NULL,
                UNIQUE (stream_name, position))
            """;

    @BeforeAll
    static void fill() throws SQLException {
        fill("contract");
        fill("contract_damaged");
        MySqlServer.server().run(
                "contract_damaged",
                "SET sql_mode = ''; UPDATE messages SET time = '0000-00-00' WHERE global_position IN (2, 5)");
    }

    private static void fill(String database) throws SQLException {
        MySqlServer.server().createDatabase(database);
        MySqlServer.server().run(database, TABLE);
        try (var connection = MySqlServer.server().connect(database)) {
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
        return MySqlServer.request("contract");
    }

    @Override
    protected KnownHistory history() {
        return KnownHistory.of(TckHistory.events(0));
    }

    @Override
    protected Optional<DamagedStore> damaged() {
        return Optional.of(new DamagedStore(MySqlServer.request("contract_damaged"), 12, Set.of(1, 4)));
    }
}
