package io.hindcast.connector.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.connector.EventSource;
import io.hindcast.connector.ReadRequest;
import io.hindcast.connector.ReadRequest.Detail;
import io.hindcast.connector.ReadRequest.Direction;
import io.hindcast.connector.ReadRequest.Selection;
import io.hindcast.connector.jdbc.JdbcStore;
import io.hindcast.connector.tck.ReadOut;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Five times as many pages cost the server hardly more rows: no page sorts the table or goes through all of it once more.
/// Every statement is run again with the question how many rows each step of its plan gave, and how many it left out.
class TouchedRowsTest {
    private static final int SMALL = 10;
    private static final int LARGE = 50;
    private static final double HARDLY_MORE = 2;
    /// Where every page of a stream does it all the same, and why.
    private static final Map<String, String> STREAMS_EVERY_PAGE = Map.of(
            "commanded-eventstore", "the name of a stream stands two joins away from its rows, and the server joins before it chooses");

    private static final Pattern ROWS = Pattern.compile("actual [^)]*rows=([0-9.]+) loops=([0-9]+)");
    private static final Pattern REMOVED = Pattern.compile("Rows Removed by [A-Za-z ]+: ([0-9]+)");
    /// The stores are small: what the server would do with large ones it has to be asked for.
    private static final String AS_IF_LARGE =
            "SET enable_seqscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off; SET enable_material = off";

    private static final String IN_TWO = " in two tables";
    /// Stores with one table of their events more, so that several are read as one.
    private static final Map<String, String> CUT = Map.of(
            "pekko-r2dbc" + IN_TWO,
            """
            CREATE TABLE event_journal_1 (LIKE event_journal INCLUDING ALL);
            INSERT INTO event_journal_1 SELECT * FROM event_journal WHERE seq_nr % 2 = 0;
            DELETE FROM event_journal WHERE seq_nr % 2 = 0
            """,
            "prooph" + IN_TWO,
            """
            CREATE TABLE _b (LIKE _c13e773115edb65782d7720c9530285055041437 INCLUDING ALL);
            INSERT INTO _b SELECT * FROM _c13e773115edb65782d7720c9530285055041437 WHERE no % 2 = 0;
            DELETE FROM _c13e773115edb65782d7720c9530285055041437 WHERE no % 2 = 0;
            INSERT INTO event_streams (no, real_stream_name, stream_name, metadata) VALUES (100, 'b', '_b', '[]')
            """);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "audit-trigger", "axon4-jdbc-postgresql", "axon4-jpa-postgresql", "axon5-jpa-postgresql", "castore-postgres",
                "commanded-eventstore", "cqrs-es", "debezium-outbox", "emmett-postgresql", "envers-postgres", "eugene-khyst",
                "eventually-rs", "evtstore-postgres", "fjogeleit-postgres", "fstore-sql", "marten-emulated", "message-db",
                "pekko-jdbc", "pekko-r2dbc", "pekko-r2dbc in two tables", "prooph", "prooph in two tables",
                "pyeventsourcing-postgresql", "rails-event-store", "resolve-postgres", "spring-modulith", "sqlstreamstore", "valkyr-postgres", "wolkenkit-postgres", "wolkenkit3-postgres"
            })
    void many_pages_cost_hardly_more_rows_than_few(String store) throws SQLException {
        String database = laidOut(store);
        var request = TestServer.request(database);
        var watched = new WatchedDialect(request);
        try (var source = JdbcStore.open(watched.dialect(), request, "postgresql")) {
            var headers = ReadOut.of(source, ReadRequest.store(Detail.HEADERS));
            int events = headers.events().size();
            String longest = headers.longestStream();
            for (var all : List.of(ReadRequest.store(Detail.FULL), ReadRequest.stream(longest))) {
                for (var direction : Direction.values()) {
                    double few = touched(watched, source, database, all.withDirection(direction).withPageSize(LARGE));
                    double many = touched(watched, source, database, all.withDirection(direction).withPageSize(SMALL));
                    boolean declared = all.selection() instanceof Selection.Stream && STREAMS_EVERY_PAGE.containsKey(store);

                    assertThat(many > few * HARDLY_MORE + events)
                            .as("%s %s: %.0f rows instead of %.0f", direction, all.selection(), many, few)
                            .isEqualTo(declared);
                }
            }
        }
    }

    private static String laidOut(String store) throws SQLException {
        String database = "touched " + store;
        TestServer.server().load(database, TestServer.folder(store.replace(IN_TWO, "")).resolve("dump.sql.gz"));
        TestServer.run(database, CUT.getOrDefault(store, "SELECT 1"), "ANALYZE");
        return database;
    }

    private static double touched(WatchedDialect watched, EventSource source, String database, ReadRequest request)
            throws SQLException {
        watched.statements().clear();
        assertThat(ReadOut.of(source, request).events()).isNotEmpty();
        double all = 0;
        try (var connection = TestServer.server().connect(database);
                var statement = connection.createStatement()) {
            statement.execute(AS_IF_LARGE);
            for (String sql : List.copyOf(watched.statements())) {
                if (!sql.contains("?")) {
                    all += touched(statement, sql);
                }
            }
        }
        return all;
    }

    private static double touched(Statement statement, String sql) throws SQLException {
        double all = 0;
        try (var lines = statement.executeQuery("EXPLAIN (ANALYZE, TIMING OFF, COSTS OFF) " + sql)) {
            while (lines.next()) {
                String line = lines.getString(1);
                var rows = ROWS.matcher(line);
                if (rows.find()) {
                    all += Double.parseDouble(rows.group(1)) * Long.parseLong(rows.group(2));
                }
                var removed = REMOVED.matcher(line);
                if (removed.find()) {
                    all += Double.parseDouble(removed.group(1));
                }
            }
        }
        return all;
    }
}
