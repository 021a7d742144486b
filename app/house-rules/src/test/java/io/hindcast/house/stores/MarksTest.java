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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Marks through the command line, on a store that a real system wrote.
class MarksTest {
    @TempDir
    Path scratch = Path.of("");

    private Path store() throws IOException {
        Path folder = Files.createDirectories(scratch.resolve("store"));
        return new RealStore("emmett-sqlite").unpack("store.sqlite", folder);
    }

    private Path journal() {
        return scratch.resolve("audit.journal");
    }

    private TestHouse.Answer marks(Object... arguments) {
        var all = new ArrayList<>(List.of("marks"));
        Stream.of(arguments).map(Object::toString).forEach(all::add);
        all.addAll(List.of("--journal", journal().toString()));
        return TestHouse.run(all);
    }

    /// The first events of the store: stream and version.
    private static List<String[]> events(Path store) {
        return TestHouse.run(List.of("events", store.toString(), "--limit", "6", "-o", "csv")).out().lines()
                .skip(1)
                .map(line -> line.split(",", 5))
                .toList();
    }

    private static void edit(Path store, String statement) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + store);
                var sql = connection.createStatement()) {
            assertThat(sql.executeUpdate(statement)).isEqualTo(1);
        }
    }

    private void markEvery(Path store, List<String[]> events) {
        for (String[] event : events) {
            var answer = marks("add", store, "--stream", event[0], "--at", "v" + event[2], "--kind", "note", "--text", "seen");
            assertThat(answer.code()).as(answer.err()).isEqualTo(ExitCode.DONE);
        }
    }

    @Test
    void an_event_that_is_edited_in_the_table_makes_its_marks_invalid_and_no_others() throws IOException, SQLException {
        Path store = store();
        List<String[]> events = events(store);
        markEvery(store, events);
        String[] edited = events.get(2);
        marks("add", store, "--stream", edited[0], "--at", "v" + edited[2], "--kind", "tick", "--tick", "V");
        assertThat(marks("verify", store).code()).isEqualTo(ExitCode.DONE);

        edit(store, "UPDATE emt_messages SET message_data = replace(message_data, '}', ' }') WHERE global_position = " + edited[3]);

        TestHouse.Answer verified = marks("verify", store, "-o", "csv");
        assertThat(verified.code()).isEqualTo(ExitCode.FOUND);
        assertThat(verified.err()).contains("7 marks: 5 hold, 2 changed, 0 missing, 0 cannot be told.");
        assertThat(verified.out().lines().skip(1)).hasSize(2).allSatisfy(row -> assertThat(row)
                .contains(",changed,data,event," + edited[0] + "," + edited[2] + ","));
        assertThat(marks(store, "-o", "csv").out().lines().filter(row -> row.contains(",holds,"))).hasSize(5);
    }

    @Test
    void an_event_that_is_deleted_is_missing() throws IOException, SQLException {
        Path store = store();
        List<String[]> events = events(store);
        markEvery(store, events);

        edit(store, "DELETE FROM emt_messages WHERE global_position = " + events.getFirst()[3]);

        TestHouse.Answer verified = marks("verify", store, "-o", "csv");
        assertThat(verified.code()).isEqualTo(ExitCode.FOUND);
        assertThat(verified.out().lines().skip(1)).singleElement().asString().contains(",missing,");
    }

    @Test
    void a_mark_that_was_removed_comes_back_under_its_id() throws IOException {
        Path store = store();
        marks("add", store, "--kind", "note", "--text", "odd");
        marks("remove", store, "M2", "--why", "settled");

        assertThat(marks("restore", store, "M2", "--why", "not settled").err()).contains("M2 is back.");
        assertThat(marks(store).out()).contains("\"id\":\"M2\"");
        assertThat(marks("history", store, "-o", "csv").out().lines().skip(1).map(line -> line.split(",", -1)[1]))
                .containsExactly("added", "removed", "restored");
        assertRefused(marks("restore", store, "M2"), ExitCode.USAGE, "M2 is not removed");
    }

    @Test
    void marks_leave_no_trace_in_the_store_or_beside_it() throws IOException {
        Path store = store();
        String before = RealStore.hashOf(store);

        markEvery(store, events(store));
        marks("remove", store, "M2", "--why", "settled");
        marks("verify", store);

        assertThat(RealStore.hashOf(store)).isEqualTo(before);
        try (Stream<Path> left = Files.list(store.getParent())) {
            assertThat(left).containsExactly(store);
        }
    }

    @Test
    void events_show_their_marks_and_have_no_such_member_otherwise() throws IOException {
        Path store = store();
        markEvery(store, events(store).subList(0, 1));

        String[] rows = TestHouse.run(List.of("events", store.toString(), "--limit", "2", "-o", "ndjson", "--journal", journal().toString()))
                .out()
                .split("\n");

        assertThat(rows[0]).contains("\"marks\":[{\"id\":\"M2\",\"kind\":\"note\",\"text\":\"seen\"}]");
        assertThat(rows[1]).doesNotContain("\"marks\"");
    }

    @Test
    void a_finding_is_followed_from_open_to_cleared_and_its_history_told() throws IOException {
        Path store = store();
        String[] event = events(store).getFirst();
        marks("add", store, "--stream", event[0], "--at", "v" + event[2], "--kind", "finding", "--text", "Posted twice", "--amount", "0.1234567890123456789 CHF", "--as", "ada");
        marks("change", store, "M2", "--status", "cleared", "--response", "reversed", "--as", "bob", "--why", "letter");

        assertThat(marks(store, "-o", "json").out()).contains("\"amount\":0.1234567890123456789").contains("\"status\":\"cleared\"").contains("\"madeBy\":\"ada\"");
        assertThat(marks("history", store, "M2", "-o", "csv").out().lines().toList().getLast())
                .startsWith("M2,changed,2026-04-07T08:00:00Z,bob,3,letter,")
                .contains("response: reversed");
        assertThat(marks(store, "--status", "open", "-o", "ndjson").out()).isEmpty();
    }

    @Test
    void a_workbook_takes_marks() throws IOException {
        Path store = store();
        markEvery(store, events(store));
        Path book = scratch.resolve("marks.xlsx");

        assertThat(marks(store, "--xlsx", book).code()).isEqualTo(ExitCode.DONE);

        assertThat(book).isNotEmptyFile();
    }

    @Test
    void an_altered_journal_is_told_and_stays_readable() throws IOException {
        Path store = store();
        markEvery(store, events(store));
        Files.writeString(journal(), Files.readString(journal()).replaceFirst("seen", "fine"));

        TestHouse.Answer shown = marks("journal", store, "-o", "csv");

        assertThat(shown.code()).isEqualTo(ExitCode.FOUND);
        assertThat(shown.err()).contains("Line 2 was altered.");
        assertThat(shown.out().lines()).hasSize(8);
        assertThat(marks("verify", store).code()).isEqualTo(ExitCode.FOUND);
        assertThat(marks(store).err()).contains("is not as it was written. Line 2 was altered.");
    }

    @Test
    void the_head_of_a_journal_shows_whether_its_end_was_cut_off() throws IOException {
        Path store = store();
        markEvery(store, events(store));
        String said = marks("journal", store).err().strip();
        String head = said.substring(said.length() - 64);
        assertThat(marks("journal", store, "--head", head).code()).isEqualTo(ExitCode.DONE);
        String whole = Files.readString(journal()).stripTrailing();
        Files.writeString(journal(), whole.substring(0, whole.lastIndexOf('\n') + 1));

        TestHouse.Answer cut = marks("journal", store, "--head", head);

        assertThat(cut.code()).isEqualTo(ExitCode.FOUND);
        assertThat(cut.err()).contains("No line has this hash");
    }

    @Test
    void bad_input_gets_one_sentence_and_its_code() throws IOException {
        Path store = store();
        String[] event = events(store).getFirst();
        String at = "v" + event[2];

        assertRefused(marks("add", store, "--stream", event[0], "--at", at, "--kind", "post-it"), ExitCode.USAGE, "post-it is no kind of mark");
        assertRefused(marks("add", store, "--stream", event[0], "--at", "v999999", "--kind", "note", "--text", "x"), ExitCode.USAGE, "has no event");
        assertRefused(marks("add", store, "--stream", "nobody", "--kind", "note", "--text", "x"), ExitCode.USAGE, "no stream nobody");
        assertRefused(marks("add", store, "--stream", event[0], "--at", "head", "--kind", "note", "--text", "x"), ExitCode.USAGE, "names no event");
        assertRefused(marks("add", store, "--kind", "finding", "--text", "x", "--amount", "12,50"), ExitCode.USAGE, "12,50 is no amount");
        assertRefused(marks("add", store, "--kind", "tick", "--tick", "zz"), ExitCode.USAGE, "no tick mark zz");
        assertRefused(marks("add", store, "--kind", "note", "--text", "x", "--status", "open"), ExitCode.USAGE, "no attributes of a finding");
        assertRefused(marks("change", store, "M77", "--text", "x"), ExitCode.USAGE, "no mark M77");
        assertRefused(marks("remove", store, "M77"), ExitCode.USAGE, "no mark M77");
        assertRefused(marks("journal", store, "--head", "abc"), ExitCode.USAGE, "no SHA-256");
        assertRefused(TestHouse.run(List.of("marks")), ExitCode.USAGE, "Say which store");
        assertThat(journal()).doesNotExist();
    }

    @Test
    void a_journal_that_is_none_or_cannot_be_written_is_refused() throws IOException {
        Path store = store();
        Files.writeString(journal(), "{\"type\":\"Opened\"}\n");
        assertRefused(marks(store), ExitCode.REFUSED, "is no journal of Hindcast");
        Files.delete(journal());
        Path file = Files.createFile(scratch.resolve("file"));

        assertRefused(
                TestHouse.run(List.of("marks", "add", store.toString(), "--kind", "note", "--text", "x", "--journal", store.toString())),
                ExitCode.PARTIAL,
                "never lies in the store");
        assertRefused(
                TestHouse.run(List.of("marks", "add", store.toString(), "--kind", "note", "--text", "x", "--journal", file + "/j")),
                ExitCode.REFUSED,
                "cannot be read");
    }

    private static void assertRefused(TestHouse.Answer answer, int code, String sentence) {
        assertThat(answer.code()).as(answer.err()).isEqualTo(code);
        assertThat(answer.err()).contains(sentence).doesNotContain("Exception").doesNotContain("\tat ");
        assertThat(answer.out()).isEmpty();
    }

    @Test
    void marks_travel_in_a_capsule_and_changes_to_them_go_into_the_persons_own_journal() throws IOException {
        Path store = store();
        List<String[]> events = events(store);
        String[] event = events.getFirst();
        markEvery(store, events.subList(0, 1));
        marks("add", store, "--stream", event[0], "--kind", "note", "--text", "the whole stream");
        marks("add", store, "--stream", event[0], "--at", "v" + event[2], "--kind", "finding", "--text", "odd");
        marks("change", store, "M4", "--status", "answered");
        Path capsule = scratch.resolve("review.hcap");

        TestHouse.Answer made = TestHouse.run(List.of(
                "capsule", store.toString(), "--stream", event[0], "--out", capsule.toString(), "--journal", journal().toString()));

        assertThat(made.code()).as(made.err()).isEqualTo(ExitCode.DONE);
        assertThat(made.out()).contains("\"marks\": 3");
        Files.move(journal(), scratch.resolve("gone.journal"));
        String before = RealStore.hashOf(capsule);
        TestHouse.Answer opened = marks(capsule, "-o", "csv");
        assertThat(opened.out().lines().skip(1)).hasSize(3).allSatisfy(row -> assertThat(row).startsWith("C").contains(",holds,"));
        assertThat(marks("change", capsule, "C4", "--status", "cleared", "--as", "bob").code()).isEqualTo(ExitCode.DONE);
        assertThat(marks("history", capsule, "C4", "-o", "csv").out().lines().map(row -> row.split(",", 5)[1]))
                .containsExactly("deed", "added", "changed", "changed");
        assertThat(marks("verify", capsule).code()).isEqualTo(ExitCode.DONE);
        assertThat(RealStore.hashOf(capsule)).isEqualTo(before);
    }

    @Test
    void in_a_masked_capsule_marks_have_no_hashes_and_say_that_nobody_can_tell() throws IOException {
        Path store = store();
        List<String[]> events = events(store);
        markEvery(store, events.subList(0, 1));
        marks("add", store, "--stream", events.getFirst()[0], "--kind", "note", "--text", "the whole stream");
        Path rules = Files.writeString(scratch.resolve("masks.yaml"), "masks:\n  - { name: owner, path: /ownerName }\n");
        Path capsule = scratch.resolve("masked.hcap");

        TestHouse.Answer made = TestHouse.run(List.of(
                "capsule", store.toString(), "--all", "--out", capsule.toString(), "--masks", rules.toString(), "--journal", journal().toString()));

        assertThat(made.code()).as(made.err()).isEqualTo(ExitCode.DONE);
        Files.delete(journal());
        TestHouse.Answer verified = marks("verify", capsule);
        assertThat(verified.code()).as(verified.err()).isEqualTo(ExitCode.DONE);
        assertThat(verified.err()).contains("2 marks: 0 hold, 0 changed, 0 missing, 2 cannot be told.");
        assertThat(verified.out()).contains("It left its store masked");
    }
}
