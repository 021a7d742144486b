package io.hindcast.house.stores;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.cli.ExitCode;
import io.hindcast.engine.replay.MomentText;
import io.hindcast.engine.replay.StateAt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Folds in JavaScript and TypeScript, as the applications behind real stores have them, against the same facts that the
/// rules are held against.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScriptedFoldsTest {
    @TempDir
    private Path scratch = Path.of("");

    private final TestServers servers = new TestServers();

    @AfterAll
    void stopServers() {
        servers.close();
    }

    static Stream<Arguments> scripted() {
        return Stream.of(
                Arguments.of("castore-postgres", "folds.ts"),
                Arguments.of("evtstore-sqlite", "folds.js"),
                Arguments.of("emmett-sqlite", "folds.ts"),
                Arguments.of("message-db", "folds.js"));
    }

    @Test
    void a_script_beside_the_store_is_its_fold() throws IOException {
        RealStore store = store("evtstore-sqlite");
        Path folder = Files.createDirectory(scratch.resolve("beside"));
        String location = store.location(folder, servers);
        Files.copy(RealStore.HOME.resolve("evtstore-sqlite/folds.js"), folder.resolve("store.folds.js"));
        Facts.Expected expected = store.facts().finals().getFirst();

        var answer = TestHouse.run(List.of("state", location, "--stream", expected.stream()));

        assertThat(answer.code()).as(answer.err()).isEqualTo(ExitCode.DONE);
        assertThat(answer.out())
                .contains("\"store.folds.js\"")
                .contains("\"balance\": " + expected.state().get("balance"));
    }

    @Test
    void a_field_computed_in_binary_is_told_of_in_the_answer_and_beside_it() throws IOException {
        RealStore store = store("evtstore-sqlite");
        String stream = store.facts().finals().getFirst().stream();
        String location = store.location(Files.createDirectory(scratch.resolve("binary")), servers);
        Path binary = Files.writeString(scratch.resolve("binary.js"), "export const evolve = (s, e) => ({ ...s, share: 1 / 3 });");
        Path exact = Files.writeString(scratch.resolve("exact.js"), "export const evolve = (s, e) => ({ ...s, share: 1 / 4 });");

        var told = TestHouse.run(List.of("state", location, "--stream", stream, "--fold", binary.toString()));
        var silent = TestHouse.run(List.of("state", location, "--stream", stream, "--fold", exact.toString()));

        assertThat(told.code()).as(told.err()).isEqualTo(ExitCode.DONE);
        assertThat(told.out()).contains("\"inexact\"").contains("\"field\": \"/share\"");
        assertThat(told.err()).contains("The fold computed /share with binary numbers");
        assertThat(silent.out()).contains("\"share\": 0.25").doesNotContain("inexact");
    }

    @Test
    void the_installed_languages_are_listed() {
        var answer = TestHouse.run(List.of("folds", "--output", "csv"));

        assertThat(answer.code()).as(answer.err()).isEqualTo(ExitCode.DONE);
        assertThat(answer.out().lines().map(line -> line.substring(0, line.indexOf(','))))
                .containsExactlyInAnyOrder("language", "rules", "javascript", "compiled");
    }

    private static RealStore store(String folder) {
        return RealStore.all().stream()
                .filter(one -> one.folder().equals(folder))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("scripted")
    void states_by_scripts_equal_the_facts_to_the_last_digit(String folder, String script) {
        RealStore store = store(folder);
        List<Facts.Expected> all = new ArrayList<>(store.facts().finals());
        all.addAll(store.facts().moments());
        Path fold = RealStore.HOME.resolve(folder).resolve(script);

        try (TestHouse.Opened open = TestHouse.open(store.location(scratch, servers), store.user(), fold)) {
            for (Facts.Expected expected : all) {
                StateAt answer = open.history(expected.stream())
                        .at(MomentText.parse(expected.at(), ZoneOffset.UTC).orElseThrow());

                assertThat(answer.problems()).as("%s", expected).isEmpty();
                assertThat(answer.eventsApplied()).as("%s", expected).isEqualTo(expected.eventsApplied());
                if (expected.eventsApplied() > 0) {
                    expected.state().forEach((field, value) -> assertThat(
                                    RealStoresTest.same(answer.state(), field, value))
                            .as("%s: %s of %s", expected, field, answer.state())
                            .isTrue());
                }
            }
        }
        assertThat(all).hasSizeGreaterThanOrEqualTo(40);
    }
}
