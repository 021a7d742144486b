package io.hindcast.connector.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.connector.EventSource;
import io.hindcast.connector.Location;
import io.hindcast.connector.OpenRequest;
import io.hindcast.connector.ReadRequest;
import io.hindcast.connector.ReadRequest.Detail;
import io.hindcast.connector.SourceInfo.Capability;
import io.hindcast.connector.SourceInfo.NotRead;
import io.hindcast.connector.tck.ReadOut;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files in the manner of the Python library eventsourcing, with compressed and with encrypted bodies.
class PythonFileTest {
    private static final String OPENED = """
        {"timestamp":{"_type_":"datetime_iso","_data_":"2024-01-02T08:44:00.000710+00:00"},"amount":1}\
        """;
    private static final String TAKEN = """
        {"timestamp":{"_type_":"datetime_iso","_data_":"2024-01-03T00:00:00+00:00"},"topic":"bank:Loan","state":{}}\
        """;

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void write() throws SQLException, IOException {
        file = folder.resolve("py.db");
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            for (String name : new String[] {"loans", "zebra"}) {
                try (var statement = connection.createStatement()) {
                    for (String table : new String[] {"events", "snapshots"}) {
                        statement.execute("""
                            CREATE TABLE %s_%s (originator_id TEXT, originator_version INTEGER, topic TEXT,
                                state BLOB, PRIMARY KEY (originator_id, originator_version))\
                            """.formatted(name, table));
                    }
                }
            }
            add(connection, "loans_events", 1, "bank:Loan.Opened", packed(OPENED));
            add(connection, "loans_events", 2, "bank:Loan.Repaid", new byte[] {3, 1, 4, 1, 5, 9, 2, 6});
            add(connection, "loans_events", 3, "bank:Loan.Closed", OPENED.getBytes(StandardCharsets.UTF_8));
            add(connection, "loans_snapshots", 2, "eventsourcing.domain:Snapshot", packed(TAKEN));
            add(connection, "zebra_events", 1, "zoo:Zebra.Born", packed(OPENED));
        }
    }

    @Test
    void a_compressed_body_gives_its_time_and_an_encrypted_one_is_a_trouble_of_its_row() {
        try (var source = opened(Map.of())) {
            var events = ReadOut.of(source, ReadRequest.store(Detail.HEADERS)).events();

            assertThat(events).extracting("type").containsExactly("Opened", "Repaid", "Closed");
            assertThat(events).extracting("category").containsOnly("Loan");
            assertThat(events.getFirst().recordedAt()).contains(Instant.parse("2024-01-02T08:44:00.000710Z"));
            assertThat(events.get(1).recordedAt()).isEmpty();
            assertThat(events.get(1).trouble())
                    .hasValueSatisfying(reason -> assertThat(reason).contains("recorded time"));
            assertThat(events.get(2).trouble()).isEmpty();
        }
    }

    @Test
    void a_table_without_row_ids_of_an_application_that_records_aggregates_only_is_read_stream_by_stream()
            throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE stored_events (originator_id TEXT, originator_version INTEGER, topic TEXT, state BLOB,"
                            + " PRIMARY KEY (originator_id, originator_version)) WITHOUT ROWID");
            statement.execute("INSERT INTO stored_events SELECT * FROM loans_events");
        }
        try (var source = opened(Map.of("tables", "stored_events"))) {
            var events = ReadOut.of(source, ReadRequest.store(Detail.FULL)).events();

            assertThat(events).extracting("type").containsExactly("Opened", "Repaid", "Closed");
            assertThat(events).allMatch(event -> event.position().isEmpty());
            assertThat(source.info().capabilities()).doesNotContain(Capability.GLOBAL_ORDER, Capability.LIVE_TAIL);
        }
    }

    @Test
    void the_snapshots_are_those_of_the_same_application() {
        try (var source = opened(Map.of());
                var cursor = source.snapshots().orElseThrow().read(Optional.empty())) {
            assertThat(cursor.next().orElseThrow()).singleElement().satisfies(snapshot -> {
                assertThat(snapshot.category()).isEqualTo("Loan");
                assertThat(snapshot.version()).isEqualTo(2);
                assertThat(snapshot.recordedAt()).contains(Instant.parse("2024-01-03T00:00:00Z"));
                assertThat(snapshot.place()).startsWith("table loans_snapshots");
            });
        }
    }

    @Test
    void another_pair_of_tables_is_named_and_can_be_chosen() {
        try (var source = opened(Map.of())) {
            assertThat(source.notRead())
                    .extracting(NotRead::what)
                    .containsExactly("table zebra_events (pyeventsourcing)");
        }
        try (var source = opened(Map.of("tables", "zebra_events"))) {
            assertThat(ReadOut.of(source, ReadRequest.store(Detail.FULL)).events())
                    .singleElement()
                    .satisfies(event -> assertThat(event.category()).isEqualTo("Zebra"));
        }
    }

    private EventSource opened(Map<String, String> settings) {
        return new SqliteConnector().open(new OpenRequest(new Location(file.toString()), settings, Optional::empty));
    }

    private static void add(Connection connection, String table, long version, String topic, byte[] state)
            throws SQLException {
        try (var statement = connection.prepareStatement("INSERT INTO " + table + " VALUES ('id', ?, ?, ?)")) {
            statement.setLong(1, version);
            statement.setString(2, topic);
            statement.setBytes(3, state);
            statement.executeUpdate();
        }
    }

    private static byte[] packed(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var stream = new DeflaterOutputStream(bytes)) {
            stream.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
