package io.hindcast.house.stores;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.cli.ExitCode;
import io.hindcast.cli.ResultStream;
import io.hindcast.cli.Terminal;
import io.hindcast.connector.tck.real.RealStore;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where results go: never over a store, never half, and to nobody who has stopped listening.
class ResultFilesTest {
    @TempDir
    Path scratch = Path.of("");

    private Path store = Path.of("");

    @BeforeEach
    void unpacks() throws IOException {
        store = new RealStore("evtstore-sqlite").unpack("store.sqlite", scratch);
    }

    private static TestHouse.Answer run(Object... arguments) {
        return TestHouse.run(List.of(arguments).stream().map(Object::toString).toList());
    }

    private static void assertRefused(TestHouse.Answer answer, String sentence) {
        assertThat(answer.code()).as(answer.err()).isEqualTo(ExitCode.USAGE);
        assertThat(answer.err()).contains(sentence).doesNotContain("Exception").doesNotContain("mistake");
        assertThat(answer.out()).isEmpty();
    }

    @Test
    void no_result_takes_the_place_of_the_store_whatever_it_is_called() throws IOException {
        String before = RealStore.hashOf(store);
        Path link = Files.createSymbolicLink(scratch.resolve("link"), store);

        for (Path place : List.of(store, link, scratch.resolve("x/../store.sqlite"))) {
            assertRefused(run("capsule", store, "--all", "--out", place, "--force"), "never written to");
            assertRefused(run("seal", store, "--out", place, "--force"), "never written to");
        }
        assertRefused(run("capsule", "jdbc:sqlite:" + store, "--all", "--out", store, "--force"), "never written to");
        assertRefused(run("seal", "sample:ledger", "--out", store, "--force"), "is no seal");
        assertThat(RealStore.hashOf(store)).isEqualTo(before);
    }

    @Test
    void nothing_goes_into_a_store_that_is_a_folder() throws IOException {
        Path folder = Files.createDirectory(scratch.resolve("exports"));
        new RealStore("exports").unpack("events.ndjson", folder);

        assertRefused(run("capsule", folder, "--all", "--out", folder.resolve("a.hcap")), "never written to");
        assertRefused(run("seal", folder, "--out", folder.resolve("a.json")), "never written to");
        assertRefused(run("report", folder, "--template", "integrity", "--format", "json", "--out", folder.resolve("papers")), "never written to");
        try (var left = Files.list(folder)) {
            assertThat(left).hasSize(1);
        }
    }

    @Test
    void nothing_is_written_over_a_store_of_a_workspace_or_into_its_folder() throws IOException {
        Path folder = Files.createDirectory(scratch.resolve("exports"));
        Path events = new RealStore("exports").unpack("events.ndjson", folder);
        Path bearer = Files.copy(events, scratch.resolve("integrity.json"));
        Path workspace = Files.writeString(
                scratch.resolve("all.hindcast"), "exports = exports\nbearer = integrity.json\nold = jdbc:sqlite:" + store + "\n");
        String before = RealStore.hashOf(bearer);

        assertRefused(
                run("report", workspace, "--template", "integrity", "--format", "json", "--out", scratch, "--force"), "never written to");
        assertRefused(
                run("report", workspace, "--template", "integrity", "--format", "json", "--out", folder.resolve("papers")),
                "never written to");
        assertRefused(run("seal", workspace, "--out", folder.resolve("a.json")), "never written to");
        assertRefused(run("capsule", workspace, "--all", "--out", store, "--force"), "never written to");
        assertThat(RealStore.hashOf(bearer)).isEqualTo(before);
        try (var left = Files.list(folder)) {
            assertThat(left).hasSize(1);
        }
    }

    @Test
    void a_report_is_not_written_over_the_store_it_is_about() throws IOException {
        Path file = Files.writeString(scratch.resolve("integrity.json"), "[]");

        assertRefused(
                run("report", file, "--template", "integrity", "--format", "json", "--out", scratch, "--force"), "never written to");

        assertThat(file).hasContent("[]");
    }

    @Test
    void force_replaces_its_own_kind_and_nothing_else() throws IOException {
        Path letter = Files.writeString(scratch.resolve("letter.txt"), "Dear Ada");
        Path seal = scratch.resolve("seal.json");
        Path capsule = scratch.resolve("review.hcap");
        assertThat(run("seal", store, "--out", seal).code()).isEqualTo(ExitCode.DONE);
        assertThat(run("capsule", store, "--all", "--out", capsule).code()).isEqualTo(ExitCode.DONE);

        assertRefused(run("seal", store, "--out", letter, "--force"), "is no seal");
        assertRefused(run("capsule", store, "--all", "--out", seal, "--force"), "is no capsule");
        assertRefused(run("seal", "request", seal, "--out", letter, "--force"), "is no request");
        assertThat(letter).hasContent("Dear Ada");
        assertThat(run("seal", store, "--out", seal, "--force").code()).isEqualTo(ExitCode.DONE);
        assertThat(run("capsule", store, "--all", "--out", capsule, "--force").code()).isEqualTo(ExitCode.DONE);
        assertThat(run("seal", "request", seal).code()).isEqualTo(ExitCode.DONE);
        assertThat(run("seal", "request", seal, "--force").code()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void a_folder_is_no_place_for_a_file() throws IOException {
        Path folder = Files.createDirectory(scratch.resolve("empty"));

        assertRefused(run("seal", store, "--out", folder, "--force"), "is a folder");
        assertRefused(run("capsule", store, "--all", "--out", folder, "--force"), "is a folder");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_capsule_of_nothing_is_not_made() throws IOException {
        Path empty = Files.createFile(scratch.resolve("empty.ndjson"));
        Path capsule = scratch.resolve("empty.hcap");

        assertRefused(run("capsule", empty, "--all", "--out", capsule), "No capsule was written");
        assertRefused(run("capsule", store, "--stream", "nobody", "--out", capsule), "The store has no stream nobody");
        assertThat(capsule).doesNotExist();
    }

    @Test
    void a_proof_or_a_manifest_that_is_none_is_told() throws IOException {
        Path seal = scratch.resolve("seal.json");
        run("seal", store, "--out", seal);
        Path letter = Files.writeString(scratch.resolve("letter.txt"), "Dear Ada");

        assertRefused(run("seal", "check", seal, letter), "This is no proof");
        assertRefused(run("report", "--reperform", letter), "is no manifest of a report");
        assertRefused(run("report", "--reperform", scratch), "cannot be read");
    }

    @Test
    void a_workbook_where_nobody_may_write_is_told() {
        TestHouse.Answer answer = run("streams", store, "--xlsx", "/proc/rows.xlsx");

        assertThat(answer.code()).isEqualTo(ExitCode.PARTIAL);
        assertThat(answer.err()).contains("/proc/rows.xlsx could not be written").doesNotContain("mistake");
    }

    @Test
    void a_mapping_takes_the_place_of_a_mapping_and_of_nothing_else() throws IOException {
        Path rows = Files.writeString(scratch.resolve("rows.csv"), "Kto;Was;Betrag\nA0;Booked;1,50\nA1;Booked;2,50\nA2;Closed;3,00\nA1;Booked;4,00\n");
        Path letter = Files.writeString(scratch.resolve("letter.txt"), "Dear Ada");
        Path mapping = scratch.resolve("rows.layout");
        String before = Files.readString(rows);

        assertRefused(run("mapping", rows, "--write", rows, "--force"), "never written to");
        assertRefused(run("mapping", rows, "--write", letter, "--force"), "is no mapping");
        assertRefused(run("mapping", rows, "--write", store, "--force"), "is no mapping");
        assertRefused(run("mapping", rows, "--write", scratch, "--force"), "is a folder");
        assertThat(run("mapping", rows, "--write", mapping).code()).isEqualTo(ExitCode.DONE);
        assertRefused(run("mapping", rows, "--write", mapping), "is there already");
        assertThat(run("mapping", rows, "--write", mapping, "--force").code()).isEqualTo(ExitCode.DONE);
        assertThat(rows).hasContent(before);
        assertThat(letter).hasContent("Dear Ada");
    }

    @Test
    void a_mapping_where_nobody_may_write_is_told_and_leaves_nothing() throws IOException {
        Path rows = Files.writeString(scratch.resolve("rows.csv"), "Kto;Was;Betrag\nA0;Booked;1,50\nA1;Booked;2,50\nA2;Closed;3,00\nA1;Booked;4,00\n");

        TestHouse.Answer answer = run("mapping", rows, "--write", "/proc/rows.layout");

        assertThat(answer.code()).isEqualTo(ExitCode.PARTIAL);
        assertThat(answer.err()).contains("/proc/rows.layout could not be written").doesNotContain("mistake");
    }

    @Test
    void a_picture_of_the_window_is_no_store_and_no_letter() throws IOException {
        String before = RealStore.hashOf(store);
        Path letter = Files.writeString(scratch.resolve("letter.txt"), "Dear Ada");

        assertRefused(run("open", store, "--snapshot", store), "never written to");
        assertRefused(run("open", "jdbc:sqlite:" + store, "--snapshot", store), "never written to");
        assertRefused(run("open", "--snapshot", letter), "is no picture");
        assertRefused(run("open", store, "--snapshot", scratch), "is a folder");
        assertThat(RealStore.hashOf(store)).isEqualTo(before);
        assertThat(letter).hasContent("Dear Ada");
    }

    @Test
    void what_somebody_calls_a_part_of_a_result_stays_as_it_is() throws IOException {
        Path seal = scratch.resolve("seal.json");
        Path other = Files.writeString(scratch.resolve("streams.xlsx.part"), "Dear Ada");

        assertThat(run("streams", store, "--xlsx", scratch.resolve("streams.xlsx")).code()).isEqualTo(ExitCode.DONE);
        assertThat(run("seal", store, "--out", seal).code()).isEqualTo(ExitCode.DONE);
        Path part = Files.writeString(scratch.resolve("seal.json.request.part"), "Dear Bob");
        run("seal", "request", seal, "--out", scratch.resolve("seal.json.request"));

        assertThat(other).hasContent("Dear Ada");
        assertThat(part).hasContent("Dear Bob");
        assertThat(scratch.resolve("streams.xlsx")).isNotEmptyFile();
    }

    @Test
    void a_name_that_no_file_can_have_is_told() {
        assertRefused(run("seal", store, "--out", "a\0b"), "cannot be the name of a file");
    }

    /// Takes so many bytes, then nobody does.
    private static final class ClosedPipe extends OutputStream {
        private int room = 100;
        private int refused;

        @Override
        public void write(int b) throws IOException {
            if (room-- <= 0) {
                refused++;
                throw new IOException("Broken pipe");
            }
        }
    }

    @Test
    void a_closed_pipe_ends_the_verb_without_a_word() {
        var pipe = new ClosedPipe();
        var err = new StringWriter();
        var out = new PrintWriter(new OutputStreamWriter(new ResultStream(pipe), StandardCharsets.UTF_8));
        var terminal = new Terminal(out, new PrintWriter(err), false, _ -> Optional.empty(), _ -> Optional.empty());

        int code = TestHouse.run(terminal, List.of("events", store.toString(), "-o", "ndjson"));

        assertThat(code).isEqualTo(ExitCode.PARTIAL);
        assertThat(err.toString()).isEmpty();
        assertThat(pipe.refused).isEqualTo(1);
    }
}
