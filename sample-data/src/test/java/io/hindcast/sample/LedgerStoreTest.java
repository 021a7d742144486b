package io.hindcast.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hindcast.event.ByteSlice;
import io.hindcast.sample.PlantedDefect.Kind;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Every planted defect is really in the database.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class LedgerStoreTest {
    private static final HistorySize SIZE = new HistorySize(6_000, 42);

    private List<PlantedDefect> planted;
    private Connection connection;

    @BeforeAll
    void write_a_store(@TempDir Path folder) throws SQLException {
        planted = LedgerStore.write(SIZE, folder.resolve("ledger.mv.db"));
        connection =
                DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("ledger") + ";IFEXISTS=TRUE", "SA", "");
    }

    @AfterAll
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void the_store_holds_every_event_and_snapshot_of_the_history() throws SQLException {
        var recording = Recording.of(SIZE.events(), SIZE.seed());
        var read = new Recording();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT * FROM LEDGER_EVENT ORDER BY POSITION")) {
            while (rows.next()) {
                read.event(event(rows));
            }
        }

        assertThat(read.events).isEqualTo(recording.events);
        assertThat(count("SELECT COUNT(*) FROM LEDGER_SNAPSHOT")).isEqualTo(recording.snapshots.size());
        assertThat(planted).isEqualTo(recording.planted);
    }

    @Test
    void the_gap_and_the_duplicates_are_in_the_store() throws SQLException {
        var gap = defect(Kind.VERSION_GAP);
        var twice = defect(Kind.DUPLICATE_VERSION);
        var again = eventsAt(defect(Kind.DUPLICATE_ID)).getFirst();

        assertThat(eventsAt(gap)).isEmpty();
        assertThat(eventsOf(gap.stream())).anyMatch(event -> event.version() > gap.version());
        assertThat(eventsAt(twice)).hasSize(2);
        assertThat(eventsOf(again.stream()).stream().filter(event -> event.id().equals(again.id())))
                .hasSize(2);
    }

    @Test
    void one_payload_cannot_be_read_and_all_others_can() throws SQLException {
        var unreadable = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT * FROM LEDGER_EVENT ORDER BY POSITION")) {
            while (rows.next()) {
                var event = event(rows);
                ReadJson.object(event.metadata());
                try {
                    ReadJson.object(event.data());
                } catch (UncheckedIOException _) {
                    unreadable.add(event.stream() + " " + event.version());
                }
            }
        }

        var defect = defect(Kind.UNREADABLE_PAYLOAD);
        assertThat(unreadable).containsExactly(defect.stream() + " " + defect.version());
    }

    @Test
    void the_clock_goes_back_thirteen_minutes() throws SQLException {
        var defect = defect(Kind.CLOCK_REGRESSION);
        var events = eventsOf(defect.stream());
        var here = events.stream()
                .filter(event -> event.version() == defect.version())
                .findFirst()
                .orElseThrow();
        var before = events.get(events.indexOf(here) - 1);

        assertThat(here.recordedAt().plusSeconds(13 * 60)).isEqualTo(before.recordedAt());
    }

    @Test
    void the_unknown_type_occurs_once() throws SQLException {
        assertThat(eventsAt(defect(Kind.UNKNOWN_TYPE)).getFirst().type()).isEqualTo("LegacyAccountTagged");
        assertThat(count("SELECT COUNT(*) FROM LEDGER_EVENT WHERE TYPE = 'LegacyAccountTagged'"))
                .isEqualTo(1);
    }

    @Test
    void wide_numbers_keep_every_digit() throws SQLException {
        var data = ReadJson.object(eventsAt(defect(Kind.WIDE_AMOUNT)).getFirst().data());

        assertThat(data).containsEntry("amount", new BigDecimal("12345678901234567.89"));
        assertThat(data).containsEntry("settlementId", new BigDecimal("9007199254740993123"));
    }

    @Test
    void the_corrupted_snapshot_differs_from_the_truth_by_two_digits() throws SQLException {
        var defect = defect(Kind.CORRUPTED_SNAPSHOT);
        var fold = new PlainFold();
        eventsOf(defect.stream()).stream()
                .filter(event -> event.version() <= defect.version())
                .forEach(fold::apply);
        BigDecimal stored;
        try (var statement =
                connection.prepareStatement("SELECT STATE FROM LEDGER_SNAPSHOT WHERE STREAM = ? AND VERSION = ?")) {
            statement.setString(1, defect.stream());
            statement.setLong(2, defect.version());
            try (var rows = statement.executeQuery()) {
                assertThat(rows.next()).isTrue();
                var state = ReadJson.object(ByteSlice.of(rows.getBytes(1)));
                stored = (BigDecimal) Objects.requireNonNull(state.get("balance"));
            }
        }

        assertThat(stored).isNotEqualTo(fold.number("balance"));
        assertThat(SnapshotSpoiler.swapped(stored)).contains(fold.number("balance"));
    }

    @Test
    void the_balance_falls_below_zero() throws SQLException {
        var defect = defect(Kind.NEGATIVE_BALANCE);
        var fold = new PlainFold();
        eventsOf(defect.stream()).stream()
                .filter(event -> event.version() <= defect.version())
                .forEach(fold::apply);

        assertThat(fold.number("balance")).isEqualTo(new BigDecimal("-240.75"));
    }

    @Test
    void a_file_that_is_no_database_file_by_name_is_refused() {
        assertThatThrownBy(() -> LedgerStore.write(SIZE, Path.of("ledger.txt")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(".mv.db");
    }

    private PlantedDefect defect(Kind kind) {
        return planted.stream().filter(each -> each.kind() == kind).findFirst().orElseThrow();
    }

    private List<SampleEvent> eventsAt(PlantedDefect defect) throws SQLException {
        return eventsOf(defect.stream()).stream()
                .filter(event -> event.version() == defect.version())
                .toList();
    }

    private List<SampleEvent> eventsOf(String stream) throws SQLException {
        try (var statement =
                connection.prepareStatement("SELECT * FROM LEDGER_EVENT WHERE STREAM = ? ORDER BY POSITION")) {
            statement.setString(1, stream);
            var events = new ArrayList<SampleEvent>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    events.add(event(rows));
                }
            }
            return events;
        }
    }

    private static SampleEvent event(ResultSet row) throws SQLException {
        return new SampleEvent(
                row.getLong("POSITION"),
                row.getString("STREAM"),
                row.getString("CATEGORY"),
                row.getLong("VERSION"),
                row.getString("EVENT_ID"),
                row.getString("TYPE"),
                row.getObject("RECORDED_AT", OffsetDateTime.class).toInstant(),
                ByteSlice.of(row.getBytes("DATA")),
                ByteSlice.of(row.getBytes("METADATA")));
    }

    private long count(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
