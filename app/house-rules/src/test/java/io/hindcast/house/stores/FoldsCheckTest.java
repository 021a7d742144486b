package io.hindcast.house.stores;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.cli.ExitCode;
import io.hindcast.connector.tck.real.RealStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Rules are checked by themselves, and against what a store really holds.
class FoldsCheckTest {
    @TempDir
    private Path scratch = Path.of("");

    private Path store = Path.of("");
    private Path rules = Path.of("");

    @BeforeEach
    void takesAStore() throws IOException {
        store = new RealStore("resolve-sqlite").unpack("store.sqlite", Files.createDirectory(scratch.resolve("store")));
        rules = Path.of(System.getProperty("hindcast.root"), "sample-data/real/resolve-sqlite/folds.yaml");
    }

    @Test
    void rules_that_know_every_type_of_the_store() {
        var answer = check(rules);

        assertThat(answer.code()).as(answer.err()).isEqualTo(ExitCode.DONE);
        assertThat(answer.out()).contains("is fine.").contains("The rules know every event type of the store.", "The store has every word of the rules.");
    }

    @Test
    void a_type_that_the_rules_do_not_know_is_named_with_how_many_events_it_has() throws IOException {
        Path fewer = scratch.resolve("fewer.folds.yaml");
        Files.writeString(fewer, "fold: few\non: { Nothing: ignore }\n");

        var answer = check(fewer);

        assertThat(answer.code()).as(answer.err()).isEqualTo(ExitCode.FOUND);
        assertThat(answer.out()).containsPattern("\\w+ \\([0-9,]+ events\\) is not known to the rules\\.");
    }

    @Test
    void a_category_that_no_fold_is_for_is_named_once() throws IOException {
        Path other = scratch.resolve("other.folds.yaml");
        Files.writeString(other, "fold: other\ncategory: other\non: { A: ignore }\n");

        var answer = check(other);

        assertThat(answer.code()).as(answer.err()).isEqualTo(ExitCode.FOUND);
        assertThat(answer.out()).containsOnlyOnce("no fold of the file is for this category");
    }

    @Test
    void a_path_that_no_event_has_is_named_with_its_place_and_what_was_meant() throws IOException {
        Path misspelt = scratch.resolve("misspelt.folds.yaml");
        Files.writeString(misspelt, Files.readString(rules).replace("/amount", "/amuont"));

        var answer = check(misspelt);

        assertThat(answer.code()).as(answer.err()).isEqualTo(ExitCode.FOUND);
        assertThat(answer.out())
                .containsPattern("line \\d+, column \\d+: /amuont is in none of the [0-9,]+ events of \\w+ \\(did you mean `/amount`\\?\\)");
    }

    private TestHouse.Answer check(Path file) {
        return TestHouse.run(List.of("folds", "check", file.toString(), "--store", store.toString()));
    }
}
