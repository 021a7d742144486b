package io.hindcast.house.stores;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.cli.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// However a system numbers, names and times its events: what was marked is known again, in a capsule too.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MarksOfEverySystemTest {
    private final TestServers servers = new TestServers();

    @TempDir
    Path scratch = Path.of("");

    static Stream<RealStore> files() {
        return RealStore.all().stream().filter(store -> store.user().isEmpty());
    }

    @AfterAll
    void stopsTheServers() {
        servers.close();
    }

    private static TestHouse.Answer marks(Path journal, List<String> arguments) {
        var all = new ArrayList<>(List.of("marks"));
        all.addAll(arguments);
        all.addAll(List.of("--journal", journal.toString()));
        return TestHouse.run(all);
    }

    @ParameterizedTest
    @MethodSource("files")
    void marks_hold_in_the_store_and_in_a_capsule_of_it(RealStore real) throws IOException {
        Path own = Files.createDirectories(scratch.resolve(real.toString().replace('/', '-')));
        String store = real.location(Files.createDirectory(own.resolve("store")), servers);
        Path journal = own.resolve("audit.journal");
        String[] first = TestHouse.run(List.of("events", store, "--limit", "1", "-o", "csv")).out().lines().toList().get(1).split(",", -1);
        var add = new ArrayList<>(List.of("add", store, "--stream", first[0], "--kind", "note", "--text", "seen"));
        assertThat(marks(journal, add).code()).isEqualTo(ExitCode.DONE);
        add.addAll(first[2].isEmpty() ? List.of("--event-id", first[4]) : List.of("--at", "v" + first[2]));
        assertThat(marks(journal, add).code()).isEqualTo(ExitCode.DONE);
        assertThat(marks(journal, List.of("verify", store)).code()).isEqualTo(ExitCode.DONE);

        Path capsule = own.resolve("all.hcap");
        TestHouse.run(List.of("capsule", store, "--all", "--out", capsule.toString(), "--journal", journal.toString()));

        TestHouse.Answer verified = marks(own.resolve("mine.journal"), List.of("verify", capsule.toString()));
        assertThat(verified.code()).as(verified.err()).isEqualTo(ExitCode.DONE);
        assertThat(verified.err()).contains("2 marks: 2 hold, 0 changed, 0 missing, 0 cannot be told.");
    }
}
