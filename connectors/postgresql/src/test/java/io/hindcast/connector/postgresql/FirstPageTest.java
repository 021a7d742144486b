package io.hindcast.connector.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.EventSource;
import io.hindcast.connector.OpenRequest;
import io.hindcast.connector.ReadRequest;
import io.hindcast.connector.ReadRequest.Detail;
import io.hindcast.connector.SourceInfo.Capability;
import io.hindcast.connector.SourceInfo.NotRead;
import io.hindcast.connector.jdbc.JdbcStore;
import io.hindcast.connector.tck.ReadOut;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a store is asked before its first row is there, and on how many connections.
class FirstPageTest {
    private static final int EVENTS = 9_000;

    @BeforeAll
    static void fill() throws SQLException {
        TestServer.server().createDatabase("first_page");
        TestServer.run(
                "first_page",
                """
                CREATE TABLE messages (
                    global_position bigint PRIMARY KEY, position bigint NOT NULL, time timestamp NOT NULL DEFAULT now(),
                    stream_name text NOT NULL, type text NOT NULL DEFAULT 'T', data jsonb DEFAULT '{}', metadata jsonb,
                    id uuid NOT NULL DEFAULT gen_random_uuid())
                """,
                "CREATE UNIQUE INDEX messages_stream ON messages (stream_name, position)",
                """
                INSERT INTO messages (global_position, position, stream_name)
                SELECT g, g, CASE WHEN g % 90 = 0 THEN 'account:command-1' ELSE 'account-' || g % 3 END
                FROM generate_series(1, 9000) g
                """,
                "ANALYZE messages");
    }

    @Test
    void no_statement_before_the_first_page_reads_a_whole_table() throws SQLException {
        var watched = new WatchedDialect(request(Map.of()));
        try (var source = open(watched, Map.of());
                var cursor = source.read(ReadRequest.store(Detail.OUTLINE).withPageSize(100))) {
            assertThat(cursor.next()).isPresent();

            var asked = new ArrayList<>(watched.statements());
            assertThat(asked).filteredOn(sql -> sql.contains("messages")).isNotEmpty();
            assertThat(readingAll(asked)).isEmpty();
        }
    }

    @Test
    void the_first_page_of_a_stream_is_found_by_an_index() throws SQLException {
        var watched = new WatchedDialect(request(Map.of()));
        try (var source = open(watched, Map.of());
                var cursor = source.read(ReadRequest.stream("account-1").withPageSize(100))) {
            assertThat(cursor.next()).isPresent();
            assertThat(cursor.next()).isPresent();

            assertThat(readingAll(new ArrayList<>(watched.statements()))).isEmpty();
        }
    }

    @Test
    void rows_that_are_no_events_are_counted_when_somebody_asks_and_once() {
        var watched = new WatchedDialect(request(Map.of()));
        try (var source = open(watched, Map.of())) {
            int before = watched.statements().size();
            assertThat(watched.statements()).noneMatch(sql -> sql.contains("COUNT(*)"));
            assertThat(source.notRead())
                    .extracting(NotRead::what, NotRead::rows)
                    .containsExactly(tuple("commands", 100L));
            int asked = watched.statements().size();
            assertThat(watched.statements().subList(before, asked)).allMatch(sql -> sql.contains("COUNT(*)"));

            assertThat(source.notRead()).hasSize(1);
            assertThat(watched.statements()).hasSize(asked);
        }
    }

    @Test
    void whether_times_have_an_index_is_told() throws SQLException {
        TestServer.server().createDatabase("times");
        for (String index : List.of("(stream_name, time)", "(time, position)")) {
            TestServer.run(
                    "times",
                    "DROP TABLE IF EXISTS messages",
                    """
                    CREATE TABLE messages (
                        global_position bigint PRIMARY KEY, position bigint NOT NULL, time timestamp NOT NULL,
                        stream_name text NOT NULL, type text NOT NULL, data jsonb, metadata jsonb, id uuid NOT NULL)
                    """,
                    "CREATE INDEX messages_times ON messages " + index);

            try (var source = new PostgresConnector().open(TestServer.request("times"))) {
                assertThat(source.info().capabilities().contains(Capability.TIME_INDEX))
                        .isEqualTo(index.startsWith("(time"));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 9})
    void no_more_connections_than_allowed_are_opened(int most) {
        var settings = Map.of("connections", Integer.toString(most));
        var watched = new WatchedDialect(request(settings));
        try (var source = open(watched, settings)) {
            var events = ReadOut.of(source, ReadRequest.store(Detail.FULL).withPageSize(50)).events();
            var stream = ReadOut.of(source, ReadRequest.stream("account-1").withPageSize(50)).events();

            assertThat(events).hasSize(EVENTS - 100);
            assertThat(stream).hasSize(3_000);
            int besidesTheCatalogue = watched.connections() - 1;
            assertThat(besidesTheCatalogue).isBetween(1, most);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "17", "-1", "many", "4.0", "100"})
    void a_number_of_connections_that_is_none_is_refused(String written) {
        assertThatThrownBy(() -> new PostgresConnector().open(request(Map.of("connections", written))))
                .isInstanceOfSatisfying(ConnectorException.class, refused -> assertThat(refused.sentence())
                        .isEqualTo("The setting 'connections' must be a number from 1 to 16."));
    }

    private static EventSource open(WatchedDialect watched, Map<String, String> settings) {
        return JdbcStore.open(watched.dialect(), request(settings), "postgresql");
    }

    private static OpenRequest request(Map<String, String> settings) {
        return new OpenRequest(TestServer.request("first_page").location(), settings, Optional::empty);
    }

    /// The statements for which the server goes through the whole table even where it may hardly do so.
    private static List<String> readingAll(List<String> statements) throws SQLException {
        var whole = new ArrayList<String>();
        try (var connection = TestServer.server().connect("first_page");
                var statement = connection.createStatement()) {
            statement.execute("SET enable_seqscan = off");
            for (String sql : statements) {
                if (sql.contains("\"messages\"")) {
                    var plan = new StringBuilder();
                    try (var rows = statement.executeQuery("EXPLAIN " + sql)) {
                        while (rows.next()) {
                            plan.append(rows.getString(1)).append('\n');
                        }
                    }
                    if (plan.toString().contains("Seq Scan")) {
                        whole.add(sql + "\n" + plan);
                    }
                }
            }
        }
        return whole;
    }
}
