package io.hindcast.house.stores;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hindcast.cli.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From a table that nobody knows to a store that opens by itself.
class MappingTest {
    @TempDir
    Path folder;

    private Path store = Path.of("");

    @BeforeEach
    void writesATableOfNoKnownSystem() throws SQLException {
        store = folder.resolve("bank.db");
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + store);
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE booking (account TEXT, line INTEGER, kind TEXT, booked_at TEXT, body TEXT,"
                    + " PRIMARY KEY (account, line))");
            statement.execute(
                    """
                    WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 29)
                    INSERT INTO booking SELECT 'A' || (i % 2), i / 2, 'Booked',
                        printf('2026-03-01T10:00:%02dZ', i), '{"amount": ' || i || '.10}' FROM n
                    """);
        }
    }

    @Test
    void an_unknown_table_is_refused_with_the_way_on() {
        var answer = run("inspect", store.toString());

        assertThat(answer.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(answer.err()).contains("Tables seen: booking", "hindcast mapping STORE");
    }

    @Test
    void the_guess_is_shown_with_its_reasons_and_tried() throws IOException {
        var answer = run("mapping", store.toString(), "--output", "json");

        assertThat(answer.code()).as(answer.err()).isEqualTo(ExitCode.DONE);
        JsonNode document = new ObjectMapper().readTree(answer.out());
        assertThat(document.at("/tables/0/table").textValue()).isEqualTo("booking");
        assertThat(document.at("/tables/0/parts/0/because").textValue()).contains("key of the table");
        assertThat(document.at("/trial/events").intValue()).isEqualTo(30);
        assertThat(document.at("/trial/complete").booleanValue()).isTrue();
        assertThat(document.at("/trial/streams").intValue()).isEqualTo(2);
    }

    @Test
    void a_written_guess_opens_the_store_and_is_never_written_over_unasked() throws IOException {
        Path mapping = folder.resolve("booking.layout");

        assertThat(run("mapping", store.toString(), "--write", mapping.toString()).code())
                .isEqualTo(ExitCode.DONE);
        var state = run("state", store.toString(), "--mapping", mapping.toString(), "--stream", "A1");
        assertThat(state.out()).contains("\"amount\": 29.10", "\"eventsApplied\": 15");

        String before = Files.readString(mapping);
        assertThat(run("mapping", store.toString(), "--write", mapping.toString()).code())
                .isEqualTo(ExitCode.USAGE);
        assertThat(Files.readString(mapping)).isEqualTo(before);
    }

    @Test
    void a_saved_guess_opens_the_store_from_then_on() throws IOException {
        Path mappings = folder.resolve("mappings");

        assertThat(saved(mappings, "mapping", store.toString(), "--save").code()).isEqualTo(ExitCode.DONE);

        assertThat(saved(mappings, "streams", store.toString(), "--output", "csv").out().lines())
                .hasSize(3);
        assertThat(run("streams", store.toString()).code())
                .as("another person's workspace")
                .isEqualTo(ExitCode.REFUSED);
        try (Stream<Path> files = Files.list(mappings)) {
            assertThat(files).singleElement().asString().contains("bank.db-").endsWith(".layout");
        }
    }

    @Test
    void a_file_is_guessed_tried_written_and_kept_like_a_table() throws IOException {
        Path file = Files.writeString(
                folder.resolve("bank.csv"),
                "Kto;Was;Betrag\nA0;Booked;1,50\nA1;Booked;2,50\nA2;Closed;3,00\nA1;Booked;4,00\n");
        Path mapping = folder.resolve("bank.layout");
        Path mappings = folder.resolve("mappings");
        assertThat(run("inspect", file.toString()).code()).isEqualTo(ExitCode.REFUSED);

        assertThat(run("mapping", file.toString(), "--write", mapping.toString()).code()).isEqualTo(ExitCode.DONE);
        var state = run("state", file.toString(), "--mapping", mapping.toString(), "--stream", "A1");
        assertThat(state.out()).contains("\"Betrag\": 4.00", "\"eventsApplied\": 2");

        assertThat(saved(mappings, "mapping", file.toString(), "--mapping", mapping.toString(), "--save").code())
                .isEqualTo(ExitCode.DONE);
        assertThat(saved(mappings, "streams", file.toString(), "--output", "csv").out().lines()).hasSize(4);
    }

    @Test
    void a_mapping_that_does_not_fit_is_told_with_its_line() throws IOException {
        Path mapping = Files.writeString(
                folder.resolve("wrong.layout"),
                "system = booking\n[recognise]\ntable = booking\ncolumns = account\n[events]\nstream = {account}\ntpye = {kind}\n");

        var answer = run("mapping", store.toString(), "--mapping", mapping.toString());

        assertThat(answer.code()).isEqualTo(ExitCode.FOUND);
        assertThat(answer.err()).contains("the mapping, line 5", "type");
    }

    @Test
    void trying_changes_nothing_in_the_store() throws IOException {
        byte[] before = Files.readAllBytes(store);

        run("mapping", store.toString());

        assertThat(Files.readAllBytes(store)).isEqualTo(before);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(store);
        }
    }

    private static TestHouse.Answer run(String... arguments) {
        return TestHouse.run(Arrays.asList(arguments));
    }

    private static TestHouse.Answer saved(Path mappings, String... arguments) {
        return TestHouse.runWithMappings(mappings, List.of(arguments));
    }
}
