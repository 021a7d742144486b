package io.hindcast.house.stores;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hindcast.cli.ExitCode;
import io.hindcast.connector.tck.mariadb.LocalMariaDb;
import io.hindcast.connector.tck.postgresql.LocalPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/// A table without bodies: what a mapping does not name of a row is the body, with every digit that the database has.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WholeRowsTest {
    private static final String MAPPING =
            """
            system = booking
            [recognise]
            table   = booking
            columns = account line kind
            [events]
            stream  = {account}
            version = {line}
            type    = {kind} | named "I=In" "O=Out"
            data    = {*}
            """;

    @TempDir
    Path folder;

    private final TestServers servers = new TestServers();

    @AfterAll
    void stopsTheServers() {
        servers.close();
    }

    @Test
    void of_sqlite() throws SQLException, IOException {
        Path store = folder.resolve("bank.db");
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + store);
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE booking (account TEXT, line INTEGER, kind TEXT, \"a \"\"b\"\" \\'c\" NUMERIC,"
                    + " sum REAL, seal BLOB, memo, PRIMARY KEY (account, line))");
            statement.execute("INSERT INTO booking VALUES ('A', 1, 'I', 9223372036854775807, 0.1, x'00ff', 'it''s \"ü\"'),"
                    + " ('A', 2, 'O', NULL, 0.30000000000000004, NULL, -1e300)");
        }

        assertThat(bodies(store.toString(), ""))
                .containsExactly(
                        "{\"a \\\"b\\\" \\\\'c\":9223372036854775807,\"sum\":0.1,\"seal\":\"\\\\x00ff\",\"memo\":\"it's \\\"ü\\\"\"}",
                        "{\"a \\\"b\\\" \\\\'c\":null,\"sum\":0.30000000000000004,\"seal\":null,\"memo\":-1.0e+300}");
    }

    @Test
    void of_postgresql() throws SQLException, IOException {
        var server = servers.postgres();
        server.createDatabase("booking");
        try (var connection = server.connect("booking");
                var statement = connection.createStatement()) {
            for (String sql : List.of(
                "CREATE TABLE booking (account text, line int, kind char(1), amount numeric(40, 12), seal bytea, doc jsonb,"
                        + " at timestamptz, tags text[], flag boolean, \"it's \"\"a\"\"\" real, PRIMARY KEY (account, line))",
                "INSERT INTO booking VALUES ('A', 1, 'I', 1234567890123456789012345678.012345678900, '\\x00ff',"
                        + " '{\"n\": 1.10}', '2026-03-29T02:30:00.000001+02', '{x,NULL}', true, 0.1),"
                        + " ('A', 2, 'O', NULL, NULL, NULL, NULL, NULL, NULL, NULL)")) {
                statement.execute(sql);
            }
        }
        String location = "jdbc:postgresql://%s:%d/booking".formatted(server.host(), server.port());

        assertThat(bodies(location, LocalPostgres.ADMINISTRATOR))
                .containsExactly(
                        "{\"amount\":1234567890123456789012345678.012345678900,\"seal\":\"\\\\x00ff\",\"doc\":{\"n\":1.10},"
                                + "\"at\":\"2026-03-29T00:30:00.000001+00:00\",\"tags\":[\"x\",null],\"flag\":true,"
                                + "\"it's \\\"a\\\"\":0.1}",
                        "{\"amount\":null,\"seal\":null,\"doc\":null,\"at\":null,\"tags\":null,\"flag\":null,"
                                + "\"it's \\\"a\\\"\":null}");
    }

    @Test
    @EnabledIf("io.hindcast.connector.tck.mariadb.LocalMariaDb#isAvailable")
    void of_mariadb() throws SQLException, IOException {
        var server = servers.mariadb();
        server.createDatabase("booking");
        server.run(
                "booking",
                "CREATE TABLE booking (account varchar(9), line int, kind char(1), amount decimal(40, 12), seal varbinary(9),"
                        + " doc json, at datetime(6), bits bit(9), flag boolean, `it's \"a\\b\"` double, PRIMARY KEY (account, line))",
                "INSERT INTO booking VALUES ('A', 1, 'I', 1234567890123456789012345678.012345678900, 0x00FF,"
                        + " '{\"n\": 1.10}', '2026-03-29 02:30:00.000001', b'101', true, 0.1),"
                        + " ('A', 2, 'O', NULL, NULL, NULL, NULL, NULL, NULL, NULL)");

        assertThat(bodies(server.url("booking"), LocalMariaDb.ADMINISTRATOR))
                .containsExactly(
                        "{\"amount\":1234567890123456789012345678.012345678900,\"seal\":\"\\\\x00ff\",\"doc\":{\"n\":1.10},"
                                + "\"at\":\"2026-03-29 02:30:00.000001\",\"bits\":5,\"flag\":1,\"it's \\\"a\\\\b\\\"\":0.1}",
                        "{\"amount\":null,\"seal\":null,\"doc\":null,\"at\":null,\"bits\":null,\"flag\":null,"
                                + "\"it's \\\"a\\\\b\\\"\":null}");
    }

    private List<String> bodies(String location, String user) throws IOException {
        Path mapping = Files.writeString(folder.resolve("booking.layout"), MAPPING);
        var arguments = new ArrayList<>(List.of(
                "events", location, "--mapping", mapping.toString(), "--output", "json"));
        if (!user.isEmpty()) {
            arguments.addAll(List.of("--user", user));
        }
        var answer = TestHouse.run(arguments);
        assertThat(answer.code()).as(answer.err()).isEqualTo(ExitCode.DONE);
        var bodies = new ArrayList<String>();
        for (JsonNode event : new ObjectMapper().readTree(answer.out())) {
            assertThat(event.get("type").asText()).isIn("In", "Out");
            String line = answer.out().lines().filter(one -> one.contains("\"version\":" + event.get("version"))).findFirst().orElseThrow();
            int from = line.indexOf("\"data\":") + "\"data\":".length();
            bodies.add(line.substring(from, line.indexOf(",\"metadata\":")));
        }
        return bodies;
    }
}
