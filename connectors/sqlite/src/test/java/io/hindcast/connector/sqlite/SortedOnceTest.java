package io.hindcast.connector.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.connector.EventSource;
import io.hindcast.connector.Location;
import io.hindcast.connector.OpenRequest;
import io.hindcast.connector.ReadRequest;
import io.hindcast.connector.ReadRequest.Detail;
import io.hindcast.connector.ReadRequest.Direction;
import io.hindcast.connector.jdbc.JdbcStore;
import io.hindcast.connector.jdbc.dialect.Dialect;
import io.hindcast.connector.jdbc.dialect.PageQuery;
import io.hindcast.connector.jdbc.dialect.ResultSetReader;
import io.hindcast.connector.tck.ReadOut;
import io.hindcast.connector.tck.Watched;
import io.hindcast.connector.tck.real.RealStore;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The plans of statements tell which go through a whole table, or sort more than a page: those are no more where a store is
/// read in five times as many pages.
class SortedOnceTest {
    private static final int SMALL = 10;
    private static final int LARGE = 50;
    /// A stream that ends with its last page is asked for once more, without a bound.
    private static final int AT_ITS_END = 1;

    private static final String OUTBOX = "outbox";
    private static final String ROW_HISTORY = "row history";
    private static final String IN_TWO = "fjogeleit-sqlite in two tables";

    @TempDir
    private Path folder;

    private final List<PageQuery> asked = new CopyOnWriteArrayList<>();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "emmett-sqlite", "evtstore-sqlite", "fjogeleit-sqlite", IN_TWO, "node-cqrs-sqlite", "pyeventsourcing-sqlite",
                "resolve-sqlite", OUTBOX, ROW_HISTORY
            })
    void more_pages_are_no_more_sorts_and_scans(String store) throws SQLException, IOException {
        var request = OpenRequest.of(new Location(laidOut(store).toString()));
        var dialect = Watched.noting(Dialect.class, SqliteConnector.dialect(request), PageQuery.class, asked);
        try (var source = JdbcStore.open(dialect, request, SqliteConnector.ID);
                var connection = dialect.connect()) {
            String longest = ReadOut.of(source, ReadRequest.store(Detail.HEADERS)).longestStream();
            for (var all : List.of(ReadRequest.store(Detail.FULL), ReadRequest.stream(longest))) {
                for (var direction : Direction.values()) {
                    var page = all.withDirection(direction);
                    var few = heavy(connection, source, page.withPageSize(LARGE));
                    var many = heavy(connection, source, page.withPageSize(SMALL));

                    assertThat(many)
                            .as("%s %s of %s", direction, all.selection(), store)
                            .hasSizeLessThanOrEqualTo(few.size() + AT_ITS_END);
                }
            }
        }
    }

    /// Rows of one page, which are found by their numbers or among the next versions of a stream, may be sorted.
    private List<String> heavy(Connection connection, EventSource source, ReadRequest request) throws SQLException {
        asked.clear();
        assertThat(ReadOut.of(source, request).events()).isNotEmpty();
        var heavy = new ArrayList<String>();
        for (PageQuery query : asked) {
            String plan = plan(connection, query);
            if (!isOfAPage(plan) && (plan.contains("USE TEMP B-TREE FOR ORDER BY") || plan.contains("SCAN "))) {
                heavy.add(query.sql() + "\n" + plan);
            }
        }
        return heavy;
    }

    /// Whether rows are found one by one, or within a stretch that has two ends.
    private static boolean isOfAPage(String plan) {
        return plan.lines()
                .filter(step -> step.startsWith("SEARCH") || step.startsWith("SCAN"))
                .filter(step -> !step.equals("SCAN the row") && !step.endsWith("streams") && !step.contains(" revision "))
                .allMatch(step -> step.contains("(rowid=?)")
                        || step.contains("(tenant=? AND id=?)")
                        || (step.contains(">? AND") && step.contains("<?")));
    }

    private static String plan(Connection connection, PageQuery query) throws SQLException {
        var plan = new StringBuilder();
        try (var statement = connection.prepareStatement("EXPLAIN QUERY PLAN " + query.sql())) {
            ResultSetReader.bind(statement, query.values());
            try (var steps = statement.executeQuery()) {
                while (steps.next()) {
                    plan.append(steps.getString("detail")).append('\n');
                }
            }
        }
        return plan.toString();
    }

    private Path laidOut(String store) throws SQLException, IOException {
        boolean real = !store.equals(OUTBOX) && !store.equals(ROW_HISTORY);
        Path file = real ? new RealStore(store.replace(" in two tables", "")).unpack("store.sqlite", folder) : folder.resolve("made.sqlite");
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            for (String sql : statements(store)) {
                statement.execute(sql);
            }
        }
        return file;
    }

    private static List<String> statements(String store) {
        String numbers = "WITH RECURSIVE n(g) AS (SELECT 0 UNION ALL SELECT g + 1 FROM n WHERE g < 1499) ";
        return switch (store) {
            case OUTBOX ->
                List.of(
                        """
                        CREATE TABLE outbox (tenant TEXT NOT NULL, id TEXT NOT NULL, aggregatetype TEXT NOT NULL,
                            aggregateid TEXT NOT NULL, type TEXT NOT NULL, payload TEXT NOT NULL, occurred_at TEXT NOT NULL,
                            PRIMARY KEY (tenant, id)) WITHOUT ROWID
                        """,
                        numbers + "INSERT INTO outbox SELECT g % 3, 'e' || g, 'account', g % 4, 'T', '{}',"
                                + " strftime('%Y-%m-%dT%H:%M:%SZ', 1767225600 + g * 7919 % 500, 'unixepoch') FROM n");
            case ROW_HISTORY ->
                List.of(
                        "CREATE TABLE revinfo (rev INTEGER PRIMARY KEY, revtstmp INTEGER)",
                        "CREATE TABLE account_aud (id INTEGER NOT NULL, rev INTEGER NOT NULL, revtype INTEGER, owner TEXT, PRIMARY KEY (rev, id))",
                        "CREATE TABLE branch_aud (id INTEGER NOT NULL, rev INTEGER NOT NULL, revtype INTEGER, town TEXT, PRIMARY KEY (id, rev))",
                        numbers + "INSERT INTO revinfo SELECT g, 1767225600000 + g FROM n",
                        numbers + "INSERT INTO account_aud SELECT g % 4, g, 1, 'Zoë' FROM n",
                        numbers + "INSERT INTO branch_aud SELECT g % 4, g, 1, 'Bern' FROM n WHERE g % 2 = 0");
            case IN_TWO -> {
                String old = "_ca20728d35f00c3a4c21b1fc8b0086b59f89df2d";
                String columns = "no, event_id, event_name, payload, metadata, created_at";
                yield List.of(
                        """
                        CREATE TABLE _b (no INTEGER PRIMARY KEY AUTOINCREMENT, event_id CHAR(36) NOT NULL,
                            event_name VARCHAR(100) NOT NULL, payload JSON NOT NULL, metadata JSON NOT NULL,
                            created_at DATETIME(6) NOT NULL,
                            aggregate_version INTEGER GENERATED ALWAYS AS (JSON_EXTRACT(metadata, '$._aggregate_version')) STORED NOT NULL,
                            aggregate_id CHAR(36) GENERATED ALWAYS AS (JSON_EXTRACT(metadata, '$._aggregate_id')) STORED NOT NULL,
                            aggregate_type VARCHAR(150) GENERATED ALWAYS AS (JSON_EXTRACT(metadata, '$._aggregate_type')) STORED NOT NULL,
                            UNIQUE (event_id), UNIQUE (aggregate_type, aggregate_id, aggregate_version))
                        """,
                        "INSERT INTO _b (%1$s) SELECT %1$s FROM %2$s WHERE no %% 2 = 0".formatted(columns, old),
                        "DELETE FROM %s WHERE no %% 2 = 0".formatted(old),
                        "INSERT INTO event_streams (real_stream_name, stream_name, metadata) VALUES ('b', '_b', '[]')");
            }
            default -> List.of();
        };
    }
}
