package io.hindcast.house.stores;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.cli.ExitCode;
import io.hindcast.connector.tck.real.RealStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Bad input gets a sentence and an exit code, never a stack trace.
class BadInputTest {
    @TempDir
    private Path scratch = Path.of("");

    private static void assertRefused(TestHouse.Answer answer, int code, String sentence) {
        assertThat(answer.code()).as(answer.err()).isEqualTo(code);
        assertThat(answer.err()).contains(sentence).doesNotContain("Exception").doesNotContain("\tat ");
        assertThat(answer.out()).isEmpty();
    }

    private TestHouse.Answer inspect(Object store) {
        return TestHouse.run(List.of("inspect", store.toString()));
    }

    private Path truncated(String folder, String file, int bytes) throws IOException {
        Path whole = new RealStore(folder).unpack(file, Files.createTempDirectory(scratch, "whole"));
        return Files.write(scratch.resolve("cut-" + file), Arrays.copyOf(Files.readAllBytes(whole), bytes));
    }

    /// Seven events, and a stream that ends at the version that is said.
    @ParameterizedTest
    @ValueSource(strings = {
        "state STORE --stream A1 --at v9999",
        "diff STORE --stream A1 --from v1 --to v9999",
        "diff STORE --stream A1 --from v9999",
        "blame STORE --stream A1 --field /n --at v9999",
        "blame STORE --stream A1 --field /n --from v9999",
        "events STORE --stream A1 --from v9999 -o csv",
        "events STORE --stream A1 --to v9999 -o csv",
        "report STORE --template stream --stream A1 --at v9999 --format json --out OUT",
        "report STORE --template stream --stream A1 --from v9999 --format json --out OUT"
    })
    void a_version_behind_the_end_of_a_stream_is_told(String line) throws IOException {
        var events = new ArrayList<String>();
        for (int version = 1; version <= 7; version++) {
            events.add("{\"stream\":\"A1\",\"version\":%d,\"type\":\"Counted\",\"data\":{\"n\":%d}}".formatted(version, version));
        }
        Path store = Files.write(scratch.resolve("counted.ndjson"), events);
        String command = line.replace("STORE", store.toString()).replace("OUT", scratch.resolve("papers").toString());

        TestHouse.Answer beyond = TestHouse.run(List.of(command.split(" ")));
        TestHouse.Answer within = TestHouse.run(List.of((command + (command.startsWith("report") ? " --force" : "")).replace("v9999", "v7").split(" ")));

        assertThat(beyond.err()).contains("A1 ends at version 7, before v9999.");
        assertThat(within.err()).doesNotContain("ends at version");
        assertThat(within.code()).as("the answer is that of the end").isEqualTo(beyond.code());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "events STORE --stream nobody | The store has no stream named nobody; `hindcast streams` lists them.",
        "find STORE --contains x --stream nobody | The store has no stream named nobody; `hindcast streams` lists them.",
        "find STORE --where n=1 --stream nobody | The store has no stream named nobody; `hindcast streams` lists them.",
        "events STORE --category nothing | The store has no category nothing; there are: account.",
        "streams STORE --category acount | The store has no category acount; did you mean account?",
        "events STORE --limit -1 | --limit -1 is no number of rows; write 0 or more.",
        "events STORE --from v3 --to v2 | --from v3 lies after --to v2.",
        "events STORE --from 2025-03-31 --to 2025-03-30 | --from 2025-03-31 lies after --to 2025-03-30.",
        "events STORE --from head | Nothing lies behind --from head; with --follow it means new events only.",
        "states STORE --category account --columns / | --columns names no field; write one like /balance.",
        "rollforward STORE --category account --field / --from v1 | --field names no field; write one like /balance.",
        "state STORE --stream account-1 --replace v1 | option '--replace'",
        "check STORE --late-days 99999999999 | is no whole number, or too large a one",
        "events STORE more | more is one word too many; a name with spaces needs quotes.",
        "inspct STORE | There is no verb inspct; did you mean hindcast inspect?",
        "xyzzyx STORE | There is no verb xyzzyx.",
        "blame STORE --stream account-1 --field /n --limit -1 | --limit -1 is no number of rows; write 0 or more."
    })
    void what_is_not_in_the_store_is_told_and_not_answered_with_nothing(String line, String sentence) throws IOException {
        for (String format : List.of("json", "csv")) {
            assertRefused(
                    TestHouse.run(List.of((line.replace("STORE", counted().toString()) + " -o " + format).split(" "))),
                    ExitCode.USAGE,
                    sentence);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"states STORE --category account --columns /n", "rollforward STORE --category account --field /n --from v1"})
    void amounts_are_not_added_up_when_the_field_of_their_currency_is_misspelt(String line) throws IOException {
        Path store = Files.write(scratch.resolve("money.ndjson"), List.of(
                "{\"stream\":\"a\",\"category\":\"account\",\"version\":1,\"type\":\"Set\",\"data\":{\"n\":20000001,\"cur\":\"CHF\"}}",
                "{\"stream\":\"a\",\"category\":\"account\",\"version\":2,\"type\":\"Set\",\"data\":{\"n\":20000002,\"cur\":\"CHF\"}}",
                "{\"stream\":\"b\",\"category\":\"account\",\"version\":1,\"type\":\"Set\",\"data\":{\"n\":10000005,\"cur\":\"EUR\"}}"));
        List<String> words = List.of(line.replace("STORE", store.toString()).split(" "));

        for (String format : List.of("json", "table")) {
            TestHouse.Answer misspelt = TestHouse.run(with(words, "--currency", "/curr", "-o", format));
            TestHouse.Answer right = TestHouse.run(with(words, "--currency", "/cur", "-o", format));
            TestHouse.Answer across = TestHouse.run(with(words, "--currency", "none", "-o", format));

            assertThat(misspelt.code()).as(misspelt.err()).isEqualTo(ExitCode.USAGE);
            assertThat(misspelt.err()).contains("No state names a currency at /curr, so nothing was added up; did you mean /cur?");
            assertThat(misspelt.out()).doesNotContain("30000007").doesNotContain("30000006");
            assertThat(right.code()).as(right.err()).isEqualTo(ExitCode.DONE);
            assertThat(right.out()).contains("CHF").contains("EUR").doesNotContain("30000007");
            assertThat(across.out()).contains("30000007");
        }
    }

    private static List<String> with(List<String> words, String... more) {
        var all = new ArrayList<>(words);
        all.addAll(List.of(more));
        return all;
    }

    @Test
    void a_date_from_which_is_the_end_of_its_day_is_told() throws IOException {
        String store = counted().toString();

        assertThat(TestHouse.run(List.of("events", store, "--from", "2025-03-31")).err())
                .contains("--from 2025-03-31 is the end of that day", "write --from 2025-03-31T00:00.");
        assertThat(TestHouse.run(List.of("events", store, "--from", "2025-03-31T00:00")).err()).isEmpty();
    }

    @Test
    void a_report_that_would_go_into_a_file_is_refused_before_it_is_made() throws IOException {
        String store = counted().toString();

        assertRefused(
                TestHouse.run(List.of("report", store, "--template", "integrity", "--format", "json", "--out", store + ".txt")),
                ExitCode.USAGE,
                "is a file, and --out names a folder: choose another.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "sample:ledger --set foo=bar | Bundled sample has no setting 'foo'; it has: events, seed.",
        "STORE --set zonen=UTC | has no setting 'zonen'; did you mean 'zone'?",
        "jdbc:postgresql://127.0.0.1:1/x --set sslmod=require | PostgreSQL has no setting 'sslmod'; did you mean 'sslmode'?",
        "jdbc:postgresql://127.0.0.1:1/x --set password=topsecret | A password is no setting, and never an argument"
    })
    void a_setting_that_the_connector_does_not_have_is_refused(String line, String sentence) throws IOException {
        TestHouse.Answer answer =
                TestHouse.run(List.of(("inspect " + line.replace("STORE", counted().toString())).split(" ")));

        assertRefused(answer, ExitCode.REFUSED, sentence);
        assertThat(answer.err()).doesNotContain("topsecret");
    }

    @Test
    void settings_that_fit_elsewhere_may_be_said_of_any_store() throws IOException {
        TestHouse.Answer answer =
                TestHouse.run(List.of("inspect", counted().toString(), "--user", "anna", "--connections", "2", "--set", "zone=Europe/Zurich"));

        assertThat(answer.code()).as(answer.err()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void a_store_that_cannot_be_followed_prints_nothing() {
        assertRefused(TestHouse.run(List.of("events", "sample:ledger", "--follow")), ExitCode.REFUSED, "cannot be followed");
    }

    @Test
    void a_file_of_rules_that_is_not_there_is_wrong_usage_and_no_mistake_in_it() {
        assertRefused(
                TestHouse.run(List.of("folds", "check", scratch.resolve("none.folds.yaml").toString())),
                ExitCode.USAGE,
                "There is no fold file");
    }

    @Test
    void a_mapping_that_is_not_there_and_one_that_is_no_text_are_told_apart() throws IOException {
        String store = new RealStore("evtstore-sqlite").unpack("store.sqlite", scratch).toString();
        Path junk = Files.write(scratch.resolve("junk.layout"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});

        assertRefused(
                TestHouse.run(List.of("inspect", store, "--mapping", scratch.resolve("none.layout").toString())),
                ExitCode.REFUSED,
                "There is no layout file");
        assertRefused(TestHouse.run(List.of("inspect", store, "--mapping", junk.toString())), ExitCode.REFUSED, "is not UTF-8 text.");
    }

    @Test
    void a_workbook_does_not_go_into_a_folder_that_is_the_store() throws IOException {
        counted();
        Path store = scratch;

        assertRefused(
                TestHouse.run(List.of("events", store.toString(), "--xlsx", store.resolve("out.xlsx").toString())),
                ExitCode.USAGE,
                "a store is never written to");
        assertThat(store.resolve("out.xlsx")).doesNotExist();
    }

    @Test
    void a_packed_database_and_a_folder_with_one_say_what_to_do() throws IOException {
        Path packed = scratch.resolve("store.sqlite.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write("SQLite format 3\0".getBytes(StandardCharsets.ISO_8859_1));
        }
        Path folder = Files.createDirectory(scratch.resolve("folder"));
        Files.write(folder.resolve("notes.md"), List.of("# notes"));
        new RealStore("evtstore-sqlite").unpack("store.sqlite", folder);

        assertRefused(inspect(packed), ExitCode.REFUSED, "A database in gzip has to be unpacked first.");
        assertRefused(inspect(folder), ExitCode.REFUSED, "A database is opened by naming its file.");
        Files.writeString(folder.resolve("facts.json"), "{}");
        assertRefused(inspect(folder), ExitCode.REFUSED, "A database among them is opened by naming the file.");
    }

    @Test
    void a_type_that_no_event_has_is_told_with_the_one_that_was_meant() throws IOException {
        String store = counted().toString();

        TestHouse.Answer misspelt = TestHouse.run(List.of("events", store, "--type", "Cuonted"));
        TestHouse.Answer right = TestHouse.run(List.of("events", store, "--type", "Counted", "--contains", "nowhere"));

        assertThat(misspelt.code()).isEqualTo(ExitCode.DONE);
        assertThat(misspelt.err()).contains("None of the 3 events read is of the type Cuonted; did you mean Counted?");
        assertThat(right.err()).doesNotContain("type").contains("Found 0, scanned 3 of 3 events.");
    }

    @Test
    void a_limit_of_no_changes_does_not_say_that_nothing_changed() throws IOException {
        TestHouse.Answer none = TestHouse.run(
                List.of("blame", counted().toString(), "--stream", "account-1", "--field", "/n", "--limit", "0", "-o", "csv"));

        assertThat(none.code()).isEqualTo(ExitCode.DONE);
        assertThat(none.out().lines()).as("the head alone").hasSize(1);
        assertThat(none.err()).doesNotContain("No event in this range changed");
    }

    /// Three events of one stream.
    private Path counted() throws IOException {
        var events = new ArrayList<String>();
        for (int version = 1; version <= 3; version++) {
            events.add("{\"stream\":\"account-1\",\"category\":\"account\",\"version\":%d,\"type\":\"Counted\",\"data\":{\"n\":%d}}".formatted(version, version));
        }
        Files.write(scratch.resolve("three.ndjson.txt"), List.of("in the way"));
        return Files.write(scratch.resolve("three.ndjson"), events);
    }

    @Test
    void a_missing_file() {
        assertRefused(inspect(scratch.resolve("nowhere.sqlite")), ExitCode.REFUSED, "no file");
    }

    @Test
    void a_truncated_h2_file() throws IOException {
        assertRefused(inspect(truncated("axon4-jdbc-h2", "store.mv.db", 20_000)), ExitCode.REFUSED, "damaged");
    }

    @Test
    void a_truncated_sqlite_file() throws IOException {
        assertRefused(inspect(truncated("evtstore-sqlite", "store.sqlite", 50_000)), ExitCode.REFUSED, "cut short");
    }

    @Test
    void a_database_that_is_no_event_store() throws SQLException {
        Path file = scratch.resolve("customers.sqlite");
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE customers (id INTEGER, name TEXT)");
        }

        assertRefused(inspect(file), ExitCode.REFUSED, "customers");
    }

    @Test
    void a_store_with_zero_events() throws IOException {
        Path file = Files.createFile(scratch.resolve("empty.ndjson"));

        TestHouse.Answer answer = inspect(file);

        assertThat(answer.code()).isEqualTo(ExitCode.DONE);
        assertThat(answer.out()).contains("\"events\": 0");
        assertRefused(
                TestHouse.run(List.of("states", file.toString(), "--category", "account", "--at", "2026-01-01")),
                ExitCode.USAGE,
                "The store has no category account; it holds no events.");
    }

    @Test
    void a_dead_host() {
        assertRefused(
                TestHouse.run(List.of("inspect", "jdbc:postgresql://127.0.0.1:1/ledger", "--user", "someone")),
                ExitCode.REFUSED,
                "127.0.0.1:1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:h2:./ledger;INIT=RUNSCRIPT FROM 'x.sql'",
                "jdbc:postgresql://h/d?socketFactory=a.B",
                "jdbc:postgresql://h/d?loggerFile=x.log",
                "jdbc:postgresql://h/d?password=secret",
                "jdbc:sqlite:ledger.db?load_extension=1"
            })
    void a_url_that_would_run_or_write_something(String url) {
        TestHouse.Answer answer = inspect(url);

        assertRefused(answer, ExitCode.REFUSED, "refused");
        assertThat(answer.err()).doesNotContain("secret");
    }

    @Test
    void odd_events_are_all_there_and_say_what_is_odd() throws IOException {
        Path file = Files.writeString(scratch.resolve("odd.ndjson"), String.join("\n",
                event(1, "2026-01-01T00:00:00Z", "{\"amt\": 3544790567247868102, \"tiny\": 0.1234567890123456789}"),
                event(1, "0001-01-01T00:00:00Z", "{\"a\": null}"),
                event(2, "9999-12-31T23:59:59Z", "{\"b\": 1}"),
                "{\"stream\":\"a-1\",\"version\":3,\"type\":\"X\",\"data\":{\"b\":\"\\u0000\"}}",
                event(4, "2026-01-01T00:00:00Z", "[".repeat(10_000) + "]".repeat(10_000)),
                event(5, "2026-01-01T00:00:00Z", "{\"big\":\"" + "x".repeat(10_000_000) + "\"}"),
                "{\"stream\":\"a-1\",\"version\":6,\"type\":\"X\",\"da"));

        TestHouse.Answer answer = TestHouse.run(List.of("events", file.toString(), "--output", "ndjson"));

        assertThat(answer.code()).as(answer.err()).isEqualTo(ExitCode.DONE);
        assertThat(answer.out().lines()).hasSize(7);
        assertThat(answer.out())
                .contains("3544790567247868102")
                .contains("0.1234567890123456789")
                .contains("0001-01-01T00:00:00Z")
                .contains("9999-12-31T23:59:59Z")
                .contains("\"trouble\"");
        assertThat(TestHouse.run(List.of("state", file.toString(), "--stream", "a-1")).code()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void wrong_usage_is_told_apart_from_a_refused_store() throws IOException {
        Path file = Files.writeString(
                scratch.resolve("one.ndjson"), event(1, "2026-01-01T00:00:00Z", "{}"), StandardCharsets.UTF_8);

        assertRefused(TestHouse.run(List.of()), ExitCode.USAGE, "Say what to do");
        assertRefused(TestHouse.run(List.of("frobnicate")), ExitCode.USAGE, "frobnicate");
        assertRefused(TestHouse.run(List.of("inspect")), ExitCode.USAGE, "STORE");
        assertRefused(state(file, "--stream", "nobody"), ExitCode.USAGE, "nobody");
        assertRefused(state(file, "--stream", "a-1", "--at", "tomorrow"), ExitCode.USAGE, "tomorrow");
        assertRefused(state(file, "--stream", "a-1", "--zone", "Mars/Base"), ExitCode.USAGE, "Mars/Base");
        assertRefused(state(file, "--stream", "a-1", "--fold", "none.folds.yaml"), ExitCode.USAGE, "none.folds.yaml");
        assertRefused(state(file, "--stream", "a-1", "--password-env", "NOT_SET"), ExitCode.USAGE, "NOT_SET");
    }

    private static TestHouse.Answer state(Path file, String... more) {
        var arguments = new ArrayList<>(List.of("state", file.toString()));
        arguments.addAll(List.of(more));
        return TestHouse.run(arguments);
    }

    private static String event(int version, String at, String data) {
        return "{\"stream\":\"a-1\",\"version\":%d,\"type\":\"X\",\"occurredAt\":\"%s\",\"data\":%s}"
                .formatted(version, at, data);
    }
}
