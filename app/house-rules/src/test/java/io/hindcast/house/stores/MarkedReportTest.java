package io.hindcast.house.stores;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.cli.ExitCode;
import io.hindcast.connector.tck.real.RealStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Marks in the reports about what they stand beside.
class MarkedReportTest {
    @TempDir
    Path scratch = Path.of("");

    private Path store = Path.of("");
    private String stream = "";

    @BeforeEach
    void marksAStore() throws IOException {
        var real = new RealStore("emmett-sqlite");
        store = real.unpack("store.sqlite", Files.createDirectories(scratch.resolve("store")));
        stream = run("streams", store.toString(), "-o", "csv").out().lines().skip(1).findFirst().orElseThrow().split(",")[0];
        mark("--at", "v2", "--kind", "tick", "--tick", "recalculated");
        mark("--at", "v3", "--kind", "finding", "--text", "Posted twice", "--condition", "two postings", "--amount", "0.1234567890123456789 EUR");
        mark("--at", "v4", "--kind", "note", "--text", "asked the branch");
    }

    private static TestHouse.Answer run(String... arguments) {
        return TestHouse.run(List.of(arguments));
    }

    private Path journal() {
        return scratch.resolve("audit.journal");
    }

    private void mark(String... more) {
        var all = new ArrayList<>(List.of("marks", "add", store.toString(), "--stream", stream, "--journal", journal().toString()));
        all.addAll(List.of(more));
        assertThat(TestHouse.run(all).code()).isEqualTo(ExitCode.DONE);
    }

    private TestHouse.Answer report(String template, String folder, String... more) {
        var all = new ArrayList<>(List.of(
                "report", store.toString(), "--template", template, "--out", scratch.resolve(folder).toString(), "--name", "r",
                "--format", "json,csv,html", "--journal", journal().toString()));
        all.addAll(List.of(more));
        return TestHouse.run(all);
    }

    private String file(String folder, String name) throws IOException {
        return Files.readString(scratch.resolve(folder).resolve(name));
    }

    private TestHouse.Answer repeated(String folder) {
        return run("report", "--reperform", scratch.resolve(folder).resolve("r.manifest.json").toString());
    }

    private void edit(int version) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + store);
                var sql = connection.prepareStatement(
                        "UPDATE emt_messages SET message_data = replace(message_data, '}', ' }') WHERE stream_id = ? AND stream_position = ?")) {
            sql.setString(1, stream);
            sql.setInt(2, version);
            assertThat(sql.executeUpdate()).isEqualTo(1);
        }
    }

    @Test
    void the_findings_are_told_in_full_and_an_open_one_is_something_found() throws IOException {
        assertThat(report("findings", "a").code()).isEqualTo(ExitCode.FOUND);

        assertThat(file("a", "r-reviewFindings.csv"))
                .contains("M3,Posted twice," + stream + ",3,0.1234567890123456789,EUR,medium,open,holds,two postings");
        assertThat(file("a", "r-marks.csv").lines()).hasSize(4);
        assertThat(file("a", "r-markHistory.csv")).contains("M2,added,2026-04-07T08:00:00Z,auditor");
        assertThat(file("a", "r.html")).contains("worked out anew, with the same result", "two postings", "SHA-256 of its last line");
    }

    @Test
    void a_second_run_is_identical_without_the_journal() throws IOException {
        for (String[] asked : new String[][] {
            {"findings"}, {"integrity"}, {"verify"}, {"stream", "--stream", stream}, {"states", "--category", "bankAccount"}
        }) {
            report(asked[0], asked[0], Stream.of(asked).skip(1).toArray(String[]::new));
        }
        Files.delete(journal());

        for (String folder : List.of("findings", "integrity", "verify", "stream", "states")) {
            assertThat(repeated(folder).out()).as(folder).isEqualToNormalizingNewlines("identical\n");
            assertThat(file(folder, "r-marks.csv").lines()).as(folder).hasSize(4);
        }
    }

    @Test
    void a_mark_whose_event_was_edited_is_printed_as_invalid_and_no_other_is() throws IOException, SQLException {
        report("stream", "before", "--stream", stream);
        edit(4);

        TestHouse.Answer after = report("stream", "after", "--stream", stream, "--lang", "de");

        assertThat(after.code()).isEqualTo(ExitCode.FOUND);
        assertThat(file("after", "r-marks.csv").lines().filter(row -> row.contains(",changed,data,")))
                .singleElement()
                .asString()
                .startsWith("M4,note,");
        assertThat(file("after", "r.html")).contains("M4 ist nicht mehr gültig: Die Daten von " + stream + " v4");
        assertThat(repeated("before").code()).isEqualTo(ExitCode.FOUND);
    }

    @Test
    void the_events_of_a_stream_show_their_marks() throws IOException {
        report("stream", "a", "--stream", stream);

        List<String> events = file("a", "r-events.csv").lines().toList();
        assertThat(events.getFirst()).endsWith(",marks");
        assertThat(events.get(2)).endsWith(",R");
        assertThat(events.get(3)).endsWith(",M3");
    }

    @Test
    void marks_can_be_left_out_and_a_report_without_any_says_nothing_of_them() throws IOException {
        report("stream", "without", "--stream", stream, "--no-marks");
        Files.delete(journal());
        report("stream", "none", "--stream", stream);

        for (String folder : List.of("without", "none")) {
            assertThat(scratch.resolve(folder).resolve("r-marks.csv")).doesNotExist();
            assertThat(file(folder, "r.manifest.json")).doesNotContain("hindcast-marks");
        }
        assertThat(file("without", "r-events.csv")).isEqualTo(file("none", "r-events.csv"));
    }

    @Test
    void an_altered_journal_is_told_in_the_report() throws IOException {
        Files.writeString(journal(), Files.readString(journal()).replaceFirst("Posted twice", "Posted once"));

        assertThat(report("stream", "a", "--stream", stream).code()).isEqualTo(ExitCode.FOUND);

        assertThat(file("a", "r.html")).contains("Lines of the journal were altered or are missing");
        assertThat(file("a", "r.json")).contains("\"journalSound\": false");
    }

    @Test
    void marks_in_a_manifest_that_were_changed_do_not_repeat() throws IOException {
        report("stream", "a", "--stream", stream);
        Path manifest = scratch.resolve("a/r.manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replace("asked the branch", "all is well"));

        assertThat(repeated("a").out()).contains("The manifest's content does not have the hash that it states");
    }
}
