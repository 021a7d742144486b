package io.hindcast.house.stores;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hindcast.cli.ExitCode;
import io.hindcast.engine.fold.FoldLanguage.Compiled;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every real store ships with rules, and they are what folds it. Whether they give its facts is asked where the facts are:
/// [RealStoresTest], [EnversTest], [RowHistoriesTest].
class ShippedRulesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    static List<Path> folders() throws IOException {
        try (Stream<Path> all = Files.list(RealStore.HOME)) {
            return all.filter(Files::isDirectory).sorted().toList();
        }
    }

    static List<RealStore> files() {
        return RealStore.anywhere().stream().filter(RealStore::isFile).toList();
    }

    @Test
    void every_folder_is_a_store_whose_facts_are_tested() throws IOException {
        assertThat(folders())
                .extracting(folder -> folder.getFileName().toString())
                .containsExactlyInAnyOrderElementsOf(RealStore.anywhere().stream()
                        .map(RealStore::folder)
                        .distinct()
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("folders")
    void every_store_has_rules_that_nothing_is_to_be_said_against(Path folder) {
        Path rules = folder.resolve("folds.yaml");

        assertThat(rules).isRegularFile();
        assertThat(TestHouse.read(rules)).isInstanceOfSatisfying(Compiled.Ready.class, ready -> {
            assertThat(ready.warnings()).isEmpty();
            assertThat(ready.fold().isGuess()).isFalse();
        });
    }

    @ParameterizedTest
    @MethodSource("files")
    void beside_a_file_they_are_found_without_being_named(RealStore store, @TempDir Path scratch) throws IOException {
        try (var servers = new TestServers()) {
            String location = store.location(scratch, servers);
            Files.copy(store.rules(), scratch.resolve("folds.yaml"));

            try (var opened = TestHouse.openPlain(location, store.userOfFile())) {
                assertThat(opened.store().foldOrigin()).isEqualTo("folds.yaml beside the store");
                assertThat(opened.store().foldComplaints()).isEmpty();
                JsonNode answer = state(location, store, anyStream(opened));
                assertThat(answer.get("fold").asText()).isEqualTo(TestHouse.fold(store.rules()).name());
            }
        }
    }

    private static String anyStream(TestHouse.Opened opened) {
        opened.index();
        return opened.streamsOf(opened.largestCategory()).getFirst();
    }

    private static JsonNode state(String location, RealStore store, String stream) throws IOException {
        var arguments = new ArrayList<>(List.of("state", location, "--stream", stream, "--output", "json"));
        if (!store.userOfFile().isEmpty()) {
            arguments.addAll(List.of("--user", store.userOfFile()));
        }
        var answer = TestHouse.run(arguments);
        assertThat(answer.code()).as(answer.err()).isEqualTo(ExitCode.DONE);
        assertThat(answer.err()).doesNotContain("guess");
        return JSON.readTree(answer.out());
    }
}
