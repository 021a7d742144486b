package io.hindcast.connector.tck.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalPostgresTest {
    private static LocalPostgres server;

    @BeforeAll
    static void start() {
        server = LocalPostgres.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void it_is_a_postgresql_18() throws SQLException {
        try (var connection = server.connect("postgres")) {
            assertThat(text(connection, "SHOW server_version")).startsWith("18");
        }
    }

    @Test
    void a_role_needs_its_password() throws SQLException {
        try (var connection = server.connect("postgres");
                var statement = connection.createStatement()) {
            statement.execute("CREATE ROLE clerk LOGIN PASSWORD 'right'");
        }

        assertThatThrownBy(() -> DriverManager.getConnection(server.url("postgres"), "clerk", "wrong"))
                .isInstanceOf(SQLException.class);
        DriverManager.getConnection(server.url("postgres"), "clerk", "right").close();
    }

    @Test
    void copy_blocks_and_psql_commands_are_understood() throws Exception {
        server.createDatabase("copied");
        String dump =
                """
                \\restrict token
                CREATE TABLE t (id bigint, words text);
                COPY t (id, words) FROM stdin;
                1\tone; two
                2\t\\N
                \\.
                INSERT INTO t VALUES (3, 'three');
                \\unrestrict token
                """;
        try (var connection = server.connect("copied")) {
            SqlDump.load(new StringReader(dump), connection);

            assertThat(text(connection, "SELECT string_agg(coalesce(words, '-'), '|' ORDER BY id) FROM t"))
                    .isEqualTo("one; two|-|three");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "message-db, message_store.messages, 2566",
        "axon4-jdbc-postgresql, domainevententry, 1500",
        "axon4-jpa-postgresql, domain_event_entry, 1500",
        "pyeventsourcing-postgresql, bankaccounts_events, 1500",
        "evtstore-postgres, events, 1438",
        "emmett-postgresql, emt_messages, 1500"
    })
    void it_loads_the_dumps_of_real_stores(String store, String table, long rows) throws SQLException {
        server.load(store, realStore(store));

        try (var connection = server.connect(store)) {
            assertThat(text(connection, "SELECT count(*) FROM " + table)).isEqualTo(Long.toString(rows));
        }
    }

    private static Path realStore(String name) {
        return Path.of(System.getProperty("hindcast.root", "."), "sample-data", "real", name, "dump.sql.gz");
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
