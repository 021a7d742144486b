package io.hindcast.house.stores;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.cli.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Suppositions, two clocks and two folds through the command line.
class SupposeTest {
    @TempDir
    private Path folder = Path.of("");

    private Path store = Path.of("");
    private Path rules = Path.of("");

    @BeforeEach
    void write() throws IOException {
        var lines = new ArrayList<String>();
        for (String stream : List.of("account-1", "account-2")) {
            lines.add(line(stream, 1, "Deposited", "2026-03-30", "10.10"));
            lines.add(line(stream, 2, "Deposited", "2026-04-01", "0.1234567890123456789"));
            lines.add(line(stream, 3, stream.equals("account-1") ? "Withdrawn" : "Deposited", "2026-03-31", "5"));
        }
        store = Files.write(folder.resolve("events.ndjson"), lines);
        rules = rules("mine", "Deposited: { add: { balance: /amount } }\n  Withdrawn: { subtract: { balance: /amount } }");
    }

    private static String line(String stream, int version, String type, String day, String amount) {
        return """
                {"stream":"%s","category":"account","version":%d,"type":"%s","recordedAt":"2026-04-0%dT10:00:00Z",\
                "data":{"amount":%s,"day":"%s"}}"""
                .formatted(stream, version, type, version, amount, day);
    }

    private Path rules(String name, String on) throws IOException {
        return Files.writeString(
                folder.resolve(name + ".folds.yaml"),
                "fold: %s\ncategory: account\neffective: /day\nstart: { balance: 0 }\non:\n  %s\n".formatted(name, on));
    }

    private TestHouse.Answer run(String verb, String... more) {
        var arguments = new ArrayList<>(List.of(verb, store.toString(), "--fold", rules.toString()));
        arguments.addAll(List.of(more));
        return TestHouse.run(arguments);
    }

    @Test
    void a_state_without_an_event_is_marked_and_counts_what_was_applied() {
        TestHouse.Answer answer = run("state", "--stream", "account-1", "--mute", "v1,v3");

        assertThat(answer.code()).isEqualTo(ExitCode.DONE);
        assertThat(answer.out())
                .contains("\"balance\": 0.1234567890123456789", "\"eventsApplied\": 1", "(hypothetical)")
                .containsPattern("\"hypothetical\": \\{\\s+\"muted\": \\[\\s+\"v1\",\\s+\"v3\"\\s+],\\s+\"replaced\": \\[]");
        assertThat(answer.err()).contains("HYPOTHETICAL: v1 muted, v3 muted");
    }

    @Test
    void a_replaced_body_counts_instead_of_the_recorded_one() throws IOException {
        Path body = Files.writeString(folder.resolve("body.json"), "{\"amount\": 3544790567247868102, \"day\": \"2026-04-01\"}");

        TestHouse.Answer answer = run("state", "--stream", "account-1", "--replace", "v2=" + body, "-o", "json");

        assertThat(answer.out()).contains("\"balance\": 3544790567247868107.1").contains("\"v2\"");
    }

    @Test
    void a_supposition_is_compared_with_what_was_recorded_and_every_row_carries_the_mark() {
        TestHouse.Answer json = run("diff", "--stream", "account-1", "--mute", "v3", "-o", "ndjson");
        TestHouse.Answer csv = run("diff", "--stream", "account-1", "--mute", "v3", "-o", "csv");

        assertThat(json.code()).isEqualTo(ExitCode.FOUND);
        assertThat(json.out().lines()).singleElement().asString()
                .contains("\"path\":\"/balance\"", "\"before\":5.2234567890123456789", "\"after\":10.2234567890123456789")
                .contains("\"hypothetical\":{\"muted\":[\"v3\"],\"replaced\":[]}");
        assertThat(csv.out()).startsWith("path,kind,before,after,hypothetical\r\n");
    }

    @Test
    void without_a_supposition_nothing_is_marked() {
        TestHouse.Answer answer = run("state", "--stream", "account-1");

        assertThat(answer.out()).doesNotContain("hypothetical");
        assertThat(answer.err()).doesNotContain("HYPOTHETICAL");
    }

    @Test
    void two_moments_are_compared_on_the_other_clock() {
        TestHouse.Answer answer = run(
                "diff", "--stream", "account-1", "--from", "v1", "--to", "v3", "--effective", "2026-03-31", "-o", "ndjson");

        assertThat(answer.out().lines()).singleElement().asString().contains("\"before\":10.10", "\"after\":5.10");
    }

    @Test
    void two_folds_part_at_an_event_that_is_named() throws IOException {
        Path other = rules("other", "Deposited, Withdrawn: { add: { balance: /amount } }");

        TestHouse.Answer one = run("diff", "--stream", "account-1", "--against", other.toString(), "-o", "ndjson");
        TestHouse.Answer same = run("diff", "--stream", "account-2", "--against", other.toString(), "-o", "ndjson");
        TestHouse.Answer all = run("diff", "--category", "account", "--against", other.toString(), "-o", "csv");

        assertThat(one.code()).isEqualTo(ExitCode.FOUND);
        assertThat(one.out().lines()).singleElement().asString()
                .contains("\"stream\":\"account-1\"", "\"version\":3", "\"type\":\"Withdrawn\"")
                .contains("{\"path\":\"/balance\",\"fold\":5.2234567890123456789,\"against\":15.2234567890123456789}");
        assertThat(same.code()).isEqualTo(ExitCode.DONE);
        assertThat(same.out()).isEmpty();
        assertThat(same.err()).contains("agree after each of 3 events");
        assertThat(all.code()).isEqualTo(ExitCode.FOUND);
        assertThat(all.out().lines()).hasSize(2).last().asString().startsWith("account-1,3,").contains(",/balance,");
        assertThat(all.err()).contains("part in 1 of 2 streams");
    }

    @Test
    void wrong_usage_gets_a_sentence() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.json"), "{\"amount\": 3");

        assertUsage("has no event v9", "state", "--stream", "account-1", "--mute", "v9");
        assertUsage("is no version", "state", "--stream", "account-1", "--mute", "nine");
        assertUsage("holds no JSON", "state", "--stream", "account-1", "--replace", "v1=" + broken);
        assertUsage("cannot be read", "state", "--stream", "account-1", "--replace", "v1=" + folder.resolve("none"));
        assertUsage("muted and replaced", "state", "--stream", "account-1", "--mute", "v1", "--replace", "v1=" + broken);
        assertUsage("Say from when", "diff", "--stream", "account-1");
        assertUsage("go with --against", "diff", "--stream", "account-1", "--from", "v1", "--shared");
        assertUsage("leave out", "diff", "--stream", "account-1", "--against", rules.toString(), "--mute", "v1");
        assertUsage("Say what to compare", "diff", "--against", rules.toString());
        assertUsage("no category named", "diff", "--against", rules.toString(), "--category", "loan");
    }

    private void assertUsage(String sentence, String verb, String... more) {
        TestHouse.Answer answer = run(verb, more);

        assertThat(answer.code()).as(answer.err()).isEqualTo(ExitCode.USAGE);
        assertThat(answer.err()).contains(sentence).doesNotContain("Exception");
        assertThat(answer.out()).isEmpty();
    }
}
