package io.hindcast.house.stores;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hindcast.cli.ExitCode;
import io.hindcast.connector.tck.postgresql.LocalPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Stores that real systems wrote, with the one table of their events cut into a table for each aggregate and two more
/// that hold no events of their own: all are read as one, and nothing of it is lost or given twice.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MergedTablesTest {
    /// Copies that a projection made, and a table that no register knows.
    private static final int COPIES = 7;

    private static final int STRAYS = 3;

    private final TestServers servers = new TestServers();

    /// A store and what to cut it along.
    enum Cut {
        PROOPH(
                new RealStore("prooph", "dump.sql.gz", ""),
                "_c13e773115edb65782d7720c9530285055041437",
                "metadata ->> '_aggregate_id'",
                "no, event_id, event_name, payload, metadata, created_at"),
        FJOGELEIT(
                new RealStore("fjogeleit-sqlite", "store.sqlite.gz", "store.sqlite"),
                "_ca20728d35f00c3a4c21b1fc8b0086b59f89df2d",
                "aggregate_id",
                "no, event_id, event_name, payload, metadata, created_at");

        private final RealStore store;
        private final String table;
        private final String aggregate;
        private final String columns;

        Cut(RealStore store, String table, String aggregate, String columns) {
            this.store = store;
            this.table = table;
            this.aggregate = aggregate;
            this.columns = columns;
        }
    }

    private final Map<Cut, String> locations = new EnumMap<>(Cut.class);

    @BeforeAll
    void cutsTheStores(@TempDir Path scratch) throws SQLException, IOException {
        for (Cut cut : Cut.values()) {
            String location = cut == Cut.PROOPH
                    ? onServerOfItsOwn(cut)
                    : cut.store.location(Files.createDirectory(scratch.resolve(cut.name())), servers);
            try (var connection = connect(cut, location)) {
                cut(cut, connection);
            }
            locations.put(cut, location);
        }
    }

    @AfterAll
    void stopsTheServers() {
        servers.close();
    }

    @ParameterizedTest
    @EnumSource
    void every_row_of_every_table_is_an_event_or_is_named(Cut cut) throws IOException {
        JsonNode answer = run(cut, "inspect");

        assertThat(answer.get("recognisedBy").get(0).asText()).contains("tables read as one");
        assertThat(answer.at("/counts/events").asLong()).isEqualTo(cut.store.facts().events());
        assertThat(answer.at("/counts/streams").asLong()).isEqualTo(cut.store.facts().streams());
        long copies = 0;
        long strays = 0;
        for (JsonNode one : answer.get("notRead")) {
            String what = one.get("what").asText();
            copies += what.equals("streams of projections") ? one.get("rows").asLong() : 0;
            strays += what.endsWith("that stand alone") ? one.get("rows").asLong() : 0;
        }
        assertThat(copies).isEqualTo(COPIES);
        assertThat(strays).isEqualTo(STRAYS);
    }

    @ParameterizedTest
    @EnumSource
    void states_are_those_of_the_store_that_was_not_cut(Cut cut) throws IOException {
        for (Facts.Expected expected : cut.store.facts().finals().subList(0, 4)) {
            JsonNode answer = run(
                    cut, "state", "--stream", expected.stream(), "--fold", cut.store.rules().toString());

            assertThat(answer.get("eventsApplied").asInt()).isEqualTo(expected.eventsApplied());
            assertThat(answer.at("/state/balance").decimalValue())
                    .isEqualByComparingTo(expected.state().get("balance"));
        }
    }

    /// Numbers count within a table; what orders the store is the time.
    @ParameterizedTest
    @EnumSource
    void events_of_all_tables_come_by_time(Cut cut) throws IOException {
        var times = new ArrayList<String>();
        JsonNode events = run(cut, "events");
        events.forEach(event -> times.add(event.get("recordedAt").asText()));

        assertThat(times).hasSize((int) cut.store.facts().events());
        assertThat(times.stream().map(Instant::parse)).isSorted();
        events.forEach(event -> assertThat(event.get("position").isNull()).isTrue());
    }

    @ParameterizedTest
    @EnumSource
    void one_of_the_tables_can_be_asked_for_alone(Cut cut) throws IOException {
        JsonNode answer = run(cut, "inspect", "--set", "tables=" + cut.table);

        assertThat(answer.at("/counts/events").asLong()).isZero();
        assertThat(answer.get("notRead")).anyMatch(one -> one.get("what").asText().contains("table "));
    }

    /// A table for each aggregate, in the register by the names of streams; the old table stays, empty.
    private static void cut(Cut cut, Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            var aggregates = new ArrayList<String>();
            try (var rows = statement.executeQuery(
                    "SELECT DISTINCT %s FROM \"%s\"".formatted(cut.aggregate, cut.table))) {
                while (rows.next()) {
                    aggregates.add(rows.getString(1));
                }
            }
            for (int i = 0; i < aggregates.size(); i++) {
                String where = cut.aggregate + " = '" + aggregates.get(i) + "'";
                copy(cut, statement, name(i), where);
                register(cut, statement, "account-" + aggregates.get(i), name(i));
            }
            copy(cut, statement, name(900), "no <= " + COPIES);
            register(cut, statement, "$ce-account", name(900));
            copy(cut, statement, name(901), "no <= " + STRAYS);
            statement.execute("DELETE FROM \"%s\"".formatted(cut.table));
        }
    }

    private static String name(int number) {
        return "_%040d".formatted(number);
    }

    private static void copy(Cut cut, Statement statement, String name, String where) throws SQLException {
        if (cut == Cut.PROOPH) {
            statement.execute("CREATE TABLE \"%s\" (LIKE \"%s\" INCLUDING ALL)".formatted(name, cut.table));
        } else {
            String ddl;
            try (var rows = statement.executeQuery("SELECT sql FROM sqlite_master WHERE name = '%s'".formatted(cut.table))) {
                rows.next();
                ddl = rows.getString(1);
            }
            statement.execute(ddl.replace(cut.table, name));
        }
        statement.execute("INSERT INTO \"%s\" (%s) SELECT %s FROM \"%s\" WHERE %s"
                .formatted(name, cut.columns, cut.columns, cut.table, where));
    }

    private static void register(Cut cut, Statement statement, String stream, String table) throws SQLException {
        statement.execute("INSERT INTO event_streams (%sreal_stream_name, stream_name, metadata) VALUES (%s'%s', '%s', '[]')"
                .formatted(
                        cut == Cut.PROOPH ? "no, " : "",
                        cut == Cut.PROOPH ? "(SELECT max(no) + 1 FROM event_streams), " : "",
                        stream,
                        table));
    }

    private String onServerOfItsOwn(Cut cut) throws SQLException {
        servers.postgres().load("prooph", cut.store.packed());
        return servers.postgres().url("prooph");
    }

    private Connection connect(Cut cut, String location) throws SQLException {
        return cut == Cut.PROOPH
                ? servers.postgres().connect("prooph")
                : DriverManager.getConnection("jdbc:sqlite:" + location);
    }

    private JsonNode run(Cut cut, String verb, String... more) throws IOException {
        var arguments = new ArrayList<>(List.of(verb, locations.getOrDefault(cut, ""), "--output", "json"));
        if (cut == Cut.PROOPH) {
            arguments.addAll(List.of("--user", LocalPostgres.ADMINISTRATOR));
        }
        arguments.addAll(List.of(more));
        var answer = TestHouse.run(arguments);
        assertThat(answer.code()).as(answer.err()).isEqualTo(ExitCode.DONE);
        return new ObjectMapper()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .readTree(answer.out());
    }
}
