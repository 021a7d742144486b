package io.hindcast.connector.mariadb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.OpenRequest;
import io.hindcast.connector.ReadRequest;
import io.hindcast.connector.ReadRequest.Detail;
import io.hindcast.connector.ReadRequest.Direction;
import io.hindcast.connector.SourceInfo.Proof;
import io.hindcast.connector.tck.ReadOut;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is different on a server of MySQL: how it lets people in, what it calls things, what its JSON looks like.
@EnabledIf("io.hindcast.connector.tck.mariadb.LocalMySql#isAvailable")
class MySqlTest {
    @BeforeAll
    static void fill() throws SQLException {
        var server = MySqlServer.server();
        server.createDatabase("sessions");
        server.run(
                "sessions",
                """
                CREATE TABLE notes (id bigint AUTO_INCREMENT PRIMARY KEY, words text);
                INSERT INTO notes (words) VALUES ('first');
                CREATE USER reader IDENTIFIED WITH caching_sha2_password BY 'sesame';
                CREATE USER native IDENTIFIED WITH mysql_native_password BY 'sesame';
                CREATE USER guarded IDENTIFIED WITH caching_sha2_password BY 'sesame' REQUIRE SSL;
                GRANT SELECT ON sessions.* TO reader;
                GRANT SELECT ON sessions.* TO native;
                GRANT SELECT ON sessions.* TO guarded;
                """);
        server.createDatabase("exact");
        server.run(
                "exact",
                """
                CREATE TABLE entries (
                    account varchar(40) NOT NULL, no int NOT NULL, amount decimal(40, 12), seal varbinary(9), doc json,
                    at datetime(6), bits bit(9), flag boolean, ratio double, big bigint unsigned, PRIMARY KEY (account, no));
                INSERT INTO entries VALUES
                    ('A', 1, 1234567890123456789012345678.012345678900, 0x00FF, '{"n": 1.10}', '2026-03-29 02:30:00.000001',
                     b'101', true, 0.1, 18446744073709551615),
                    ('A', 2, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
                """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO notes (words) VALUES ('second')",
                "DELETE FROM notes",
                "TRUNCATE TABLE notes",
                "CREATE TABLE more (id int)",
                "DROP TABLE notes",
                "CREATE USER thief"
            })
    void nothing_can_be_written_even_by_an_administrator(String sql) throws SQLException {
        try (var connection = TestServer.sessions(MySqlServer.request("sessions")).open();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("READ ONLY");
            try (var row = statement.executeQuery("SELECT count(*) FROM notes")) {
                row.next();
                assertThat(row.getInt(1)).isEqualTo(1);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"reader", "native", "guarded"})
    void every_common_way_to_log_in_works_and_its_rights_are_told(String user) throws SQLException {
        try (var connection = TestServer.sessions(MySqlServer.as("sessions", user, "sesame", "")).open()) {
            var proofs = ReadOnlyProof.of(connection);

            assertThat(proofs).allMatch(Proof::held);
            assertThat(proofs).extracting(Proof::result).anyMatch(text -> text.contains("has no right to write"));
            assertThat(proofs).extracting(Proof::result).anyMatch(text -> text.startsWith("encrypted, TLS"));
        }
    }

    /// The password would have to be handed over in the clear, or under a key that anybody could have sent.
    @Test
    void without_encryption_a_password_is_not_handed_over_to_whoever_asks() {
        var trouble = catchThrowableOfType(
                ConnectorException.class,
                () -> TestServer.sessions(MySqlServer.as("sessions", "reader", "wrong", "&sslMode=disable")).open());

        assertThat(trouble.kind()).isEqualTo(ConnectorException.Kind.AUTHENTICATION);
        assertThat(trouble).hasMessageContaining("only takes encrypted sessions").hasMessageNotContaining("wrong");
    }

    @Test
    void limits_of_time_hold() throws SQLException {
        try (var connection = TestServer.sessions(MySqlServer.request("sessions")).open();
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT @@max_execution_time, @@lock_wait_timeout, @@time_zone")) {
            row.next();
            assertThat(row.getInt(1)).isEqualTo(300_000);
            assertThat(row.getInt(2)).isEqualTo(10);
            assertThat(row.getString(3)).isEqualTo("+00:00");
        }
    }

    @Test
    void the_catalogue_is_read_with_keys_and_types() throws SQLException {
        try (var connection = TestServer.sessions(MySqlServer.request("exact")).open()) {
            var catalogue = new Catalogue("exact");
            var table = catalogue.tables(connection).getFirst();

            assertThat(table.title()).isEqualTo("exact.entries");
            assertThat(table.column("big").orElseThrow().typeName()).isEqualTo("bigint unsigned");
            assertThat(table.column("flag").orElseThrow().typeName()).isEqualTo("tinyint(1)");
            assertThat(table.column("account").orElseThrow().nullable()).isFalse();
            assertThat(catalogue.uniqueKeys(connection, table)).containsExactly(List.of("account", "no"));
        }
    }

    @Test
    void bodies_are_exact_column_by_column_and_as_whole_rows(@TempDir Path folder) throws IOException {
        Path layout = Files.writeString(
                folder.resolve("entries.layout"),
                """
                system = exact
                [recognise]
                table = entries
                [events]
                stream  = {account}
                version = {no}
                type    = {kind?} or "Entry"
                data    = {*}
                """);
        var plain = MySqlServer.request("exact");
        var request = new OpenRequest(plain.location(), Map.of("mapping", layout.toString()), plain.password());
        try (var source = new MariaDbConnector().open(request)) {
            for (Direction direction : Direction.values()) {
                var asked = ReadRequest.store(Detail.FULL).withDirection(direction);
                assertThat(ReadOut.of(source, asked.withPageSize(1)).events())
                        .isEqualTo(ReadOut.of(source, asked).events());
            }
            var events = ReadOut.of(source, ReadRequest.stream("A")).events();
            assertThat(events.getFirst().data().text())
                    .contains("\"amount\": 1234567890123456789012345678.012345678900")
                    .contains("\"seal\": \"\\\\x00ff\"")
                    .contains("\"doc\": {\"n\": 1.1}")
                    .contains("\"at\": \"2026-03-29 02:30:00.000001\"")
                    .contains("\"bits\": 5")
                    .contains("\"ratio\": 0.1")
                    .contains("\"big\": 18446744073709551615");
            assertThat(events.getLast().data().text()).contains("\"amount\": null").contains("\"seal\": null");
        }
    }
}
