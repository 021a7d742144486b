package io.hindcast.connector.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.connector.Location;
import io.hindcast.connector.MappingGuess;
import io.hindcast.connector.MappingGuess.Part;
import io.hindcast.connector.OpenRequest;
import io.hindcast.connector.ReadRequest;
import io.hindcast.connector.ReadRequest.Detail;
import io.hindcast.connector.tck.ReadOut;
import io.hindcast.event.Event;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tables that no known system wrote.
class MappingGuessTest {
    @TempDir
    private Path folder;

    @Test
    void names_keys_types_and_rows_tell_what_the_columns_mean() throws SQLException {
        journal();

        var guess = guesses().getFirst();

        assertThat(guess.table()).isEqualTo("buchungsjournal");
        assertThat(values(guess))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "stream", "{konto}",
                        "version", "{laufnummer}",
                        "position", "{lfd}",
                        "type", "{vorgang}",
                        "recorded", "{gebucht am} | time iso",
                        "data", "{inhalt}"));
        assertThat(guess.unused()).containsExactly("bearbeiter");
        assertThat(part(guess, "version").because()).contains("key of the table together with konto");
        assertThat(part(guess, "stream").samples()).containsExactly("K-0", "K-1", "K-2");
    }

    @Test
    void a_guess_that_is_used_as_it_is_reads_every_row() throws SQLException, IOException {
        journal();
        Path mapping = Files.writeString(folder.resolve("journal.layout"), guesses().getFirst().text());

        var request = new OpenRequest(store().location(), Map.of("mapping", mapping.toString()), Optional::empty);
        try (var source = new SqliteConnector().open(request)) {
            var events = ReadOut.of(source, ReadRequest.store(Detail.FULL)).events();

            assertThat(events).hasSize(60).allMatch(event -> event.trouble().isEmpty());
            assertThat(events.getFirst().stream()).isEqualTo("K-0");
            assertThat(events.getFirst().recordedAt()).hasValue(Instant.parse("2026-03-01T10:00:00Z"));
            assertThat(new String(events.getFirst().metadata().copy(), StandardCharsets.UTF_8))
                    .contains("\"bearbeiter\":\"sb-0\"");
        }
    }

    @Test
    void where_no_column_holds_bodies_all_that_is_left_of_a_row_is_one() throws SQLException, IOException {
        run(
                "CREATE TABLE booking (account TEXT, line INTEGER, kind TEXT, booked_at TEXT, amount NUMERIC, memo TEXT,"
                        + " PRIMARY KEY (account, line))",
                "INSERT INTO booking VALUES ('A', 1, 'In', '2026-03-01T10:00:00Z', 1.1, 'x'),"
                        + " ('A', 2, 'Out', '2026-03-01T10:00:01Z', 9007199254740993, NULL),"
                        + " ('A', 3, 'Out', '2026-03-01T10:00:02Z', NULL, '')");
        var guess = guesses().getFirst();
        Path mapping = Files.writeString(folder.resolve("booking.layout"), guess.text());

        assertThat(values(guess)).containsEntry("data", "{*}");
        assertThat(part(guess, "data").because()).contains("all the others");
        assertThat(guess.unused()).containsExactly("amount", "memo");
        var request = new OpenRequest(store().location(), Map.of("mapping", mapping.toString()), Optional::empty);
        try (var source = new SqliteConnector().open(request)) {
            assertThat(ReadOut.of(source, ReadRequest.store(Detail.FULL)).events())
                    .extracting(event -> event.data().text())
                    .containsExactly(
                            "{\"amount\":1.1,\"memo\":\"x\"}", "{\"amount\":9007199254740993,\"memo\":null}",
                            "{\"amount\":null,\"memo\":\"\"}");
        }
    }

    @Test
    void numbers_since_1970_are_told_by_their_size() throws SQLException {
        run(
                "CREATE TABLE event_log (created_at INTEGER, kind TEXT, payload TEXT)",
                "INSERT INTO event_log VALUES (1767225600000, 'Begun', '{}'), (1767225600500, 'Begun', '{}')");

        assertThat(values(guesses().getFirst()))
                .containsEntry("recorded", "{created_at} | time millis")
                .containsEntry("stream", "{stream?} or \"event_log\"")
                .containsEntry("type", "{kind}");
    }

    @Test
    void a_day_and_a_time_of_day_that_stand_apart_are_one_moment() throws SQLException, IOException {
        run(
                "CREATE TABLE buchungen (belegnr TEXT, zeile INTEGER, art TEXT, datum TEXT, uhrzeit TEXT,"
                        + " PRIMARY KEY (belegnr, zeile))",
                "INSERT INTO buchungen VALUES ('B1', 1, 'S', '2026-03-01', '10:15'), ('B1', 2, 'H', '2026-03-01', '10:16')");

        assertThat(values(guesses().getFirst())).containsEntry("recorded", "{datum}T{uhrzeit} | time utc");
        assertThat(read()).extracting(event -> event.recordedAt().orElseThrow().toString())
                .containsExactly("2026-03-01T10:15:00Z", "2026-03-01T10:16:00Z");
    }

    @Test
    void a_bare_day_is_its_beginning() throws SQLException, IOException {
        run(
                "CREATE TABLE buchungen (belegnr TEXT, zeile INTEGER, datum TEXT, PRIMARY KEY (belegnr, zeile))",
                "INSERT INTO buchungen VALUES ('B1', 1, '2026-03-01'), ('B1', 2, '2026-03-02')");

        assertThat(read()).extracting(event -> event.recordedAt().orElseThrow().toString())
                .containsExactly("2026-03-01T00:00:00Z", "2026-03-02T00:00:00Z");
    }

    @Test
    void ids_that_count_for_each_kind_anew_name_streams_with_the_kind() throws SQLException, IOException {
        run(
                "CREATE TABLE domain_event (seq INTEGER PRIMARY KEY, entity_type TEXT, entity_id INTEGER, revision INTEGER,"
                        + " name TEXT, content TEXT)",
                "INSERT INTO domain_event VALUES (1, 'order', 1, 1, 'Placed', '{}'), (2, 'order', 1, 2, 'Sent', '{}'),"
                        + " (3, 'bill', 1, 1, 'Placed', '{}'), (4, 'bill', 1, 2, 'Sent', '{}')");

        var guess = guesses().getFirst();

        assertThat(values(guess)).containsEntry("stream", "{entity_type}-{entity_id}").containsEntry("type", "{name}");
        assertThat(part(guess, "stream").because()).contains("only together with entity_type");
        assertThat(read()).extracting(Event::stream).containsExactly("order-1", "order-1", "bill-1", "bill-1");
    }

    @Test
    void names_with_blanks_can_be_read_as_guessed() throws SQLException, IOException {
        run(
                "CREATE TABLE \"Event Store\" (\"Stream Id\" TEXT, \"Seq No\" INTEGER, \"Event Name\" TEXT,"
                        + " \"Recorded At\" TEXT, PRIMARY KEY (\"Stream Id\", \"Seq No\"))",
                "INSERT INTO \"Event Store\" VALUES ('s', 1, 'A', '2026-03-01T10:00:00+01:00'),"
                        + " ('s', 2, 'A', '2026-03-01T11:00:00+01:00')");

        assertThat(read()).hasSize(2).allMatch(event -> event.trouble().isEmpty());
    }

    @Test
    void a_column_named_like_an_id_that_comes_again_is_the_stream() throws SQLException {
        run(
                "CREATE TABLE product_history (hist_id INTEGER PRIMARY KEY, product_ref_id INTEGER, op TEXT, body TEXT,"
                        + " user_id INTEGER, ts INTEGER)",
                "INSERT INTO product_history VALUES (1, 7, 'I', '<p/>', 1, 1767225600000), (2, 7, 'U', '<p/>', 1, 1767225600500)");

        assertThat(values(guesses().getFirst()))
                .containsEntry("stream", "{product_ref_id}")
                .containsEntry("recorded", "{ts} | time millis")
                .containsEntry("data", "{body}");
        assertThat(guesses().getFirst().text()).contains("data-format = xml");
    }

    @Test
    void a_table_without_moments_and_versions_is_no_guess() throws SQLException {
        run("CREATE TABLE customer (id INTEGER PRIMARY KEY, name TEXT)", "INSERT INTO customer VALUES (1, 'Meier')");

        assertThat(guesses()).isEmpty();
    }

    @Test
    void an_empty_table_says_nothing() throws SQLException {
        run("CREATE TABLE event (stream_id TEXT, version INTEGER, type TEXT, created_at TEXT, data TEXT)");

        assertThat(guesses()).isEmpty();
    }

    private void journal() throws SQLException {
        run(
                """
                CREATE TABLE buchungsjournal (lfd INTEGER PRIMARY KEY, konto TEXT, laufnummer INTEGER, vorgang TEXT,
                    "gebucht am" TEXT, inhalt TEXT, bearbeiter TEXT, UNIQUE (konto, laufnummer))
                """,
                """
                WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 59)
                INSERT INTO buchungsjournal
                SELECT i + 1, 'K-' || (i % 3), i / 3 + 1, CASE i % 2 WHEN 0 THEN 'Einzahlung' ELSE 'Auszahlung' END,
                    printf('2026-03-01T10:00:%02dZ', i), '{"betrag": ' || i || '}', 'sb-' || (i % 4) FROM n
                """,
                "CREATE TABLE kunden (id INTEGER PRIMARY KEY, name TEXT)",
                "INSERT INTO kunden VALUES (1, 'Meier')");
    }

    /// The events of the likeliest table, read as guessed.
    private List<Event> read() throws IOException {
        Path mapping = Files.writeString(folder.resolve("guessed.layout"), guesses().getFirst().text());
        var request = new OpenRequest(store().location(), Map.of("mapping", mapping.toString()), Optional::empty);
        try (var source = new SqliteConnector().open(request)) {
            return ReadOut.of(source, ReadRequest.store(Detail.FULL)).events();
        }
    }

    private List<MappingGuess> guesses() {
        return new SqliteConnector().guessMappings(store());
    }

    private static Map<String, String> values(MappingGuess guess) {
        return guess.parts().stream().collect(Collectors.toMap(Part::role, Part::value));
    }

    private static Part part(MappingGuess guess, String role) {
        return guess.parts().stream().filter(part -> part.role().equals(role)).findFirst().orElseThrow();
    }

    private OpenRequest store() {
        return OpenRequest.of(new Location(folder.resolve("store.db").toString()));
    }

    private void run(String... statements) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("store.db"));
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
