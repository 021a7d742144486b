package io.hindcast.house.stores;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hindcast.cli.ExitCode;
import io.hindcast.connector.ReadRequest;
import io.hindcast.connector.ReadRequest.Detail;
import io.hindcast.connector.tck.ReadOut;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Two stores of different systems, looked at as one on one clock.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorkspaceTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> STORES =
            Map.of("resolve", "resolve-sqlite", "python", "pyeventsourcing-sqlite");

    private Path folder = Path.of("");

    private Path workspace = Path.of("");

    @BeforeAll
    void laysOut(@TempDir Path scratch) throws IOException {
        folder = scratch;
        var lines = new ArrayList<String>();
        lines.add("# both");
        for (String alias : List.of("resolve", "python")) {
            RealStore store = RealStore.all().stream()
                    .filter(one -> one.folder().equals(STORES.get(alias)))
                    .findFirst()
                    .orElseThrow();
            Path inside = Files.createDirectory(folder.resolve(alias));
            Path file = Path.of(unpacked(store, inside));
            Files.copy(store.rules(), inside.resolve("rules.folds.yaml"));
            lines.add(alias + " = " + folder.relativize(file));
            lines.add(alias + ".fold = " + alias + "/rules.folds.yaml");
        }
        workspace = Files.write(folder.resolve("both.hindcast"), lines);
    }

    @Test
    void it_counts_what_both_hold_and_tells_them_apart() throws IOException {
        JsonNode both = json("inspect", workspace.toString());
        long events = 0;
        for (String alias : STORES.keySet()) {
            JsonNode one = json("inspect", single(alias));
            events += one.at("/counts/events").longValue();
            assertThat(both.at("/categories").findValuesAsText("name"))
                    .containsAll(one.at("/categories").findValuesAsText("name").stream()
                            .map(name -> alias + ":" + name)
                            .toList());
        }

        assertThat(both.at("/counts/events").longValue()).isEqualTo(events).isPositive();
        assertThat(both.at("/connector").textValue()).isEqualTo("workspace");
        assertThat(both.at("/readOnlyProof").findValuesAsText("check"))
                .anyMatch(check -> check.startsWith("resolve: "))
                .anyMatch(check -> check.startsWith("python: "));
        assertThat(both.at("/capabilities").toString()).doesNotContain("GLOBAL_ORDER");
    }

    @Test
    void events_come_on_one_clock_and_in_the_order_of_each_store() throws IOException {
        List<JsonNode> both = events(workspace.toString());

        for (String alias : STORES.keySet()) {
            assertThat(both.stream().map(WorkspaceTest::place).filter(place -> place.startsWith(alias + ":")))
                    .containsExactlyElementsOf(events(single(alias)).stream()
                            .map(event -> alias + ":" + place(event))
                            .toList());
        }
        for (int i = 1; i < both.size(); i++) {
            JsonNode before = both.get(i - 1);
            JsonNode here = both.get(i);
            if (!alias(before).equals(alias(here))) {
                assertThat(time(here)).as(place(here)).isAfterOrEqualTo(time(before));
            }
        }
    }

    @Test
    void reading_goes_on_at_every_bookmark() {
        try (var opened = TestHouse.open(workspace.toString(), "", folder.resolve("resolve/rules.folds.yaml"))) {
            var request = ReadRequest.store(Detail.FULL).withPageSize(70);
            var whole = ReadOut.of(opened.store().source(), request);
            int seen = 0;
            for (var page : whole.pages()) {
                seen += page.size();
                var rest = ReadOut.of(opened.store().source(), request.withPageSize(33).after(page.bookmark()));
                assertThat(rest.events())
                        .isEqualTo(whole.events().subList(seen, whole.events().size()));
            }
        }
    }

    private static List<JsonNode> events(String store) throws IOException {
        var events = new ArrayList<JsonNode>();
        for (String line : out("events", store, "--output", "ndjson").split("\n")) {
            events.add(JSON.readTree(line));
        }
        return events;
    }

    private static String place(JsonNode event) {
        return event.get("stream").textValue() + " " + event.get("version");
    }

    private static String alias(JsonNode event) {
        return event.get("stream").textValue().split(":")[0];
    }

    private static Instant time(JsonNode event) {
        return Instant.parse(event.get("recordedAt").textValue());
    }

    @Test
    void every_state_is_the_one_that_its_own_store_gives() throws IOException {
        for (String alias : STORES.keySet()) {
            String rules = folder.resolve(alias + "/rules.folds.yaml").toString();
            for (JsonNode stream : json("streams", single(alias))) {
                String name = stream.get("stream").textValue();
                JsonNode alone = json("state", single(alias), "--stream", name, "--fold", rules);
                JsonNode together = json("state", workspace.toString(), "--stream", alias + ":" + name);

                assertThat(together.get("state")).as(name).isEqualTo(alone.get("state"));
                assertThat(together.get("eventsApplied")).isEqualTo(alone.get("eventsApplied"));
            }
        }
    }

    @Test
    void the_corrupted_snapshots_of_both_are_found() throws IOException {
        var answer = TestHouse.run(List.of("verify", workspace.toString(), "--output", "json"));

        assertThat(answer.code()).as(answer.err()).isEqualTo(ExitCode.FOUND);
        JsonNode report = JSON.readTree(answer.out());
        assertThat(report.at("/summary/drifts").longValue()).isEqualTo(2);
        assertThat(report.at("/summary/unverifiable").longValue()).isZero();
        assertThat(report.at("/snapshots").findValuesAsText("outcome")).filteredOn("drifts"::equals).hasSize(2);
    }

    @Test
    void a_store_that_does_not_open_is_named() throws IOException {
        Path broken = Files.write(folder.resolve("broken.hindcast"), List.of("one = both.hindcast.nothing", "two = gone.db"));

        var answer = TestHouse.run(List.of("inspect", broken.toString()));

        assertThat(answer.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(answer.err()).startsWith("one: ");
    }

    @Test
    void a_store_that_does_not_open_may_be_left_out_by_name() throws IOException {
        Path events = Files.writeString(folder.resolve("a.ndjson"), "{\"stream\":\"s\",\"type\":\"T\"}\n");
        Path half = Files.write(folder.resolve("half.hindcast"), List.of("here = " + events, "two = gone.db"));

        var answer = TestHouse.run(List.of("inspect", half.toString(), "--set", "missing=show", "--output", "json"));

        assertThat(answer.code()).as(answer.err()).isEqualTo(ExitCode.DONE);
        assertThat(answer.err()).contains("Not here: two: There is no file");
        assertThat(answer.out()).contains("two (the whole store)", "\"events\": 1");
        Path none = Files.write(folder.resolve("none.hindcast"), List.of("one = nothing.db", "two = gone.db"));
        var refused = TestHouse.run(List.of("inspect", none.toString(), "--set", "missing=show"));
        assertThat(refused.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(refused.err()).contains("one: ", "two: ");
    }

    @Test
    void what_is_wrong_with_the_file_is_told_with_its_line() throws IOException {
        Path wrong = Files.write(folder.resolve("wrong.hindcast"), List.of("one = a.db", "one.password = sesame"));

        var answer = TestHouse.run(List.of("inspect", wrong.toString()));

        assertThat(answer.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(answer.err()).contains("Line 2", "password").doesNotContain("sesame");
    }

    /// Files need no server.
    private static String unpacked(RealStore store, Path inside) {
        try (var servers = new TestServers()) {
            return store.location(inside, servers);
        }
    }

    private String single(String alias) throws IOException {
        try (var files = Files.list(folder.resolve(alias))) {
            return files.filter(file -> !file.toString().endsWith(".yaml"))
                    .findFirst()
                    .orElseThrow()
                    .toString();
        }
    }

    private static JsonNode json(String... arguments) throws IOException {
        var all = new ArrayList<>(Arrays.asList(arguments));
        all.addAll(List.of("--output", "json"));
        return JSON.readTree(out(all.toArray(String[]::new)));
    }

    private static String out(String... arguments) {
        var answer = TestHouse.run(Arrays.asList(arguments));
        assertThat(answer.code()).as(answer.err()).isEqualTo(ExitCode.DONE);
        return answer.out();
    }
}
