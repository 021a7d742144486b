package io.hindcast.house.stores;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.cli.ExitCode;
import io.hindcast.connector.tck.real.RealStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Reports over the command line, and their second runs.
class ReportTest {
    private static final String FOLD = Path.of(
                    System.getProperty("hindcast.root"), "sample-data", "real", "evtstore-sqlite", "folds.yaml")
            .toString();

    @TempDir
    private Path scratch = Path.of("");

    private Path store = Path.of("");

    @BeforeEach
    void unpack() throws IOException {
        store = new RealStore("evtstore-sqlite").unpack("store.sqlite", Files.createTempDirectory(scratch, "store"));
    }

    private TestHouse.Answer report(Path out, String... more) {
        var arguments = new ArrayList<>(List.of(
                "report", store.toString(), "--fold", FOLD, "--out", out.toString(), "--format", "csv,json,html,xlsx"));
        arguments.addAll(Arrays.asList(more));
        return TestHouse.run(arguments);
    }

    private TestHouse.Answer states(Path out, String... more) {
        var arguments = new ArrayList<>(List.of("--template", "states", "--category", "accounts"));
        arguments.addAll(Arrays.asList(more));
        return report(out, arguments.toArray(String[]::new));
    }

    private static TestHouse.Answer reperform(Path manifest, String... more) {
        var arguments = new ArrayList<>(List.of("report", "--reperform", manifest.toString()));
        arguments.addAll(Arrays.asList(more));
        return TestHouse.run(arguments);
    }

    @Test
    void the_same_question_to_the_same_data_gives_the_same_bytes() throws IOException {
        Path one = scratch.resolve("one");
        Path other = scratch.resolve("other");
        assertThat(states(one, "--preparer", "A", "--lang", "en").code()).isEqualTo(ExitCode.DONE);
        assertThat(states(other, "--preparer", "B", "--lang", "de").code()).isEqualTo(ExitCode.DONE);

        for (String name : List.of("states.json", "states-states.csv", "states-totals.csv")) {
            assertThat(other.resolve(name)).hasSameBinaryContentAs(one.resolve(name));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "--template states --category accounts --at 2026-03-31",
        "--template states --category accounts --columns /balance,/status --bom",
        "--template stream --stream STREAM --from v3 --show v5,v7 --zone Europe/Zurich",
        "--template stream --stream STREAM --mute v4",
        "--template rollforward --category accounts --field /balance --from v2",
        "--template verify --lang de",
        "--template integrity --lang de",
        "--template findings --print-rows all"
    })
    void a_second_run_is_identical(String question) throws IOException {
        String[] asked = question.replace("STREAM", aStream()).split(" ");
        TestHouse.Answer first = report(scratch.resolve("out"), asked);
        assertThat(first.err()).contains("To repeat the run");

        TestHouse.Answer second = reperform(manifest());

        assertThat(second.out()).isEqualToIgnoringNewLines("identical");
        assertThat(second.code()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void a_supposition_travels_in_the_manifest() throws IOException {
        String stream = aStream();
        Path body = Files.writeString(scratch.resolve("body.json"), "{\"amount\": 12345678901234567890.10, \"text\": \"supposed\"}");
        report(scratch.resolve("out"), "--template", "stream", "--stream", stream, "--mute", "v4", "--replace", "v3=" + body);
        Files.delete(body);

        TestHouse.Answer second = reperform(manifest());

        assertThat(second.out()).as(second.err()).isEqualToIgnoringNewLines("identical");
        assertThat(Files.readString(manifest())).contains("12345678901234567890.10");
        assertThat(Files.readString(scratch.resolve("out/stream-supposed.csv")))
                .contains("v4,muted,", "v3,replaced,", "12345678901234567890.10");
    }

    @Test
    void another_supposition_is_another_fold() throws IOException {
        report(scratch.resolve("out"), "--template", "stream", "--stream", aStream(), "--mute", "v4");
        Path manifest = manifest();
        String supposed = Files.readString(manifest);
        assertThat(supposed).contains("\"version\": 4");
        Files.writeString(manifest, supposed.replace("\"version\": 4", "\"version\": 5"));

        assertThat(reperform(manifest).code()).isNotEqualTo(ExitCode.DONE);
    }

    @Test
    void nothing_is_supposed_of_an_event_that_is_not_there() {
        TestHouse.Answer answer =
                report(scratch.resolve("out"), "--template", "stream", "--stream", aStream(), "--mute", "v99999");

        assertThat(answer.code()).isEqualTo(ExitCode.USAGE);
        assertThat(answer.err()).contains("has no event v99999 to suppose anything about");
    }

    private Path manifest() throws IOException {
        try (Stream<Path> files = Files.list(scratch.resolve("out"))) {
            return files.filter(file -> file.toString().endsWith(".manifest.json")).findFirst().orElseThrow();
        }
    }

    private String aStream() {
        TestHouse.Answer streams = TestHouse.run(
                List.of("streams", store.toString(), "--category", "accounts", "--output", "csv"));
        return streams.out().lines().skip(1).findFirst().orElseThrow().split(",", -1)[0];
    }

    @Test
    void what_is_wrong_with_a_store_is_in_the_report_and_in_the_exit_code() throws IOException {
        TestHouse.Answer answer = report(scratch.resolve("out"), "--template", "verify");

        assertThat(answer.code()).isEqualTo(ExitCode.FOUND);
        assertThat(scratch.resolve("out").resolve("verify-drifts.csv"))
                .content()
                .contains("/balance")
                .hasLineCount(2);
    }

    @Test
    void the_manifest_keeps_the_fold_so_that_the_second_run_needs_no_file() throws IOException {
        states(scratch.resolve("out"));

        assertThat(Files.readString(manifest())).contains("\"fileName\": \"folds.yaml\"").contains("fold: account");
        assertThat(reperform(manifest()).out()).startsWith("identical");
    }

    @Test
    void another_fold_is_named_as_the_difference() throws IOException {
        states(scratch.resolve("out"));
        Path other = Files.writeString(
                scratch.resolve("other.folds.yaml"), Files.readString(Path.of(FOLD)).replace("0.00", "1.00"));

        TestHouse.Answer second = reperform(manifest(), "--fold", other.toString());

        assertThat(second.code()).isEqualTo(ExitCode.FOUND);
        assertThat(second.out()).startsWith("The fold differs");
    }

    @Test
    void a_changed_store_is_named_by_file_row_column_and_values() throws IOException {
        Path file = ledger("10.50", "5.25");
        reportOnFile(file);
        ledger("10.50", "5.26");

        TestHouse.Answer second = reperform(manifest());

        assertThat(second.code()).isEqualTo(ExitCode.FOUND);
        assertThat(second.out()).contains("row 1").contains("/amount").contains("5.25").contains("5.26");
    }

    @Test
    void what_the_store_gained_since_is_behind_the_horizon() throws IOException {
        Path file = ledger("10.50", "5.25");
        reportOnFile(file);
        Files.writeString(file, line(3, "99.00"), StandardOpenOption.APPEND);

        assertThat(reperform(manifest()).out()).startsWith("identical");
    }

    @Test
    void a_manifest_that_was_edited_is_found_out() throws IOException {
        states(scratch.resolve("out"));
        Path manifest = manifest();
        Files.writeString(manifest, Files.readString(manifest).replace("\"complete\": true", "\"complete\": false"));

        TestHouse.Answer second = reperform(manifest);

        assertThat(second.code()).isEqualTo(ExitCode.FOUND);
        assertThat(second.out()).contains("was changed");
    }

    private void reportOnFile(Path file) {
        TestHouse.Answer answer = TestHouse.run(List.of(
                "report", file.toString(), "--template", "states", "--category", "account", "--out",
                scratch.resolve("out").toString(), "--format", "csv"));
        assertThat(answer.code()).as(answer.err()).isEqualTo(ExitCode.DONE);
    }

    private Path ledger(String first, String second) throws IOException {
        return Files.writeString(scratch.resolve("ledger.ndjson"), line(1, first) + line(2, second));
    }

    private static String line(int version, String amount) {
        return "{\"stream\":\"account-1\",\"category\":\"account\",\"version\":%d,\"type\":\"Booked\",\"recordedAt\":\"2026-01-0%dT10:00:00Z\",\"data\":{\"amount\":%s}}\n"
                .formatted(version, version, amount);
    }

    @Test
    void amounts_keep_their_digits_and_formulas_their_apostrophe() throws IOException {
        Path file = Files.writeString(
                scratch.resolve("odd.ndjson"),
                "{\"stream\":\"account-1\",\"category\":\"account\",\"version\":1,\"type\":\"Booked\",\"recordedAt\":\"2026-01-01T10:00:00Z\",\"data\":{\"amount\":0.1234567890123456789,\"id\":3544790567247868102,\"text\":\"=1+1\",\"turn\":\"a\\u202Eb\"}}\n");
        reportOnFile(file);

        assertThat(scratch.resolve("out").resolve("states-states.csv"))
                .content()
                .contains("0.1234567890123456789", "3544790567247868102", "'=1+1");
    }

    @Test
    void files_of_an_earlier_report_are_replaced_only_by_force() throws IOException {
        Path out = scratch.resolve("out");
        states(out);
        String before = Files.readString(out.resolve("states.json"));

        TestHouse.Answer again = states(out, "--at", "v1");

        assertThat(again.code()).isEqualTo(ExitCode.USAGE);
        assertThat(again.err()).contains("--force");
        assertThat(out.resolve("states.json")).hasContent(before);
        assertThat(states(out, "--at", "v1", "--force").code()).isEqualTo(ExitCode.DONE);
        assertThat(Files.readString(out.resolve("states.json"))).isNotEqualTo(before);
    }

    @Test
    void a_stamped_report_is_not_replaced_even_by_force() throws IOException {
        Path out = scratch.resolve("out");
        states(out);
        Path stamp = Files.writeString(out.resolve("states.manifest.json.tsr"), "what an authority said");
        String before = Files.readString(out.resolve("states.json"));

        TestHouse.Answer again = states(out, "--at", "v1", "--force");

        assertThat(again.code()).isEqualTo(ExitCode.USAGE);
        assertThat(again.err()).contains("states.manifest.json.tsr", "A stamped report is not replaced");
        assertThat(out.resolve("states.json")).hasContent(before);
        assertThat(stamp).exists();
    }

    @Test
    void what_the_earlier_report_alone_had_goes_with_it_and_is_named() throws IOException {
        Path out = scratch.resolve("out");
        states(out);
        Files.writeString(out.resolve("states.manifest.json.tsq"), "what an authority is asked");
        Path own = Files.writeString(out.resolve("states.txt"), "somebody's own");

        TestHouse.Answer again = TestHouse.run(List.of("report", store.toString(), "--fold", FOLD, "--out", out.toString(),
                "--template", "states", "--category", "accounts", "--format", "json", "--force"));

        assertThat(again.err()).contains("were removed: ", "states.manifest.json.tsq", "states.html");
        assertThat(out.resolve("states.manifest.json.tsq")).doesNotExist();
        assertThat(out.resolve("states.html")).doesNotExist();
        assertThat(own).exists();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "--template states --category nosuch | accounts",
        "--template states | --category",
        "--template nosuch | rollforward",
        "--template stream --stream nosuch | no stream named nosuch",
        "--template states --category accounts --format nosuch | xlsx",
        "--template states --category accounts --at nosuch | is no moment",
        "--template rollforward --category accounts --field /balans --from v1 | did you mean /balance",
        "--template states --category accounts --mute v1 | takes no --mute",
        "--template states --category accounts --name ../x | --name takes"
    })
    void a_wrong_question_gets_a_sentence_and_leaves_no_file(String line) throws IOException {
        String[] parts = line.split(" \\| ");
        Path out = scratch.resolve("out");

        TestHouse.Answer answer = report(out, parts[0].split(" "));

        assertThat(answer.code()).as(answer.err()).isEqualTo(ExitCode.USAGE);
        assertThat(answer.err()).contains(parts[1]);
        assertThat(out).satisfiesAnyOf(
                folder -> assertThat(folder).doesNotExist(),
                folder -> assertThat(folder).isEmptyDirectory());
    }

    @Test
    void a_folder_that_is_a_file_gets_a_sentence() throws IOException {
        Path out = Files.writeString(scratch.resolve("file"), "");

        TestHouse.Answer answer = states(out);

        assertThat(answer.code()).isEqualTo(ExitCode.USAGE);
        assertThat(answer.err()).contains(out.toString()).contains("folder");
        assertThat(out).isEmptyFile();
    }

    @Test
    void without_a_format_or_a_folder_the_choices_are_named() {
        assertThat(TestHouse.run(List.of("report", store.toString(), "--template", "states", "--category", "accounts",
                        "--out", scratch.toString())))
                .satisfies(answer -> {
                    assertThat(answer.code()).isEqualTo(ExitCode.USAGE);
                    assertThat(answer.err()).contains("--format").contains("csv, html, json");
                });
        assertThat(TestHouse.run(List.of("report", store.toString(), "--template", "states", "--category", "accounts",
                        "--format", "csv")).err())
                .contains("--out");
    }

    @Test
    void a_supposed_history_carries_the_mark_everywhere() throws IOException {
        report(scratch.resolve("out"), "--template", "stream", "--stream", aStream(), "--mute", "v2");

        assertThat(scratch.resolve("out").resolve("stream.html")).content().contains("HYPOTHETICAL");
        assertThat(scratch.resolve("out").resolve("stream.json")).content().contains("\"hypothetical\": true");
        assertThat(manifest()).content().contains("\"hypothetical\": true");
    }
}
