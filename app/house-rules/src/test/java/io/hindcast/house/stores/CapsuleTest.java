package io.hindcast.house.stores;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.cli.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A capsule answers like the store that it was made from, with no store at hand.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CapsuleTest {
    /// Of the servers, those whose bodies or snapshots are the oddest.
    private static final Set<String> ON_SERVERS =
            Set.of("message-db", "axon4-jpa-postgresql", "pyeventsourcing-postgresql", "marten-emulated", "fstore-sql");

    private final TestServers servers = new TestServers();

    @TempDir
    Path scratch = Path.of("");

    static Stream<RealStore> stores() {
        return RealStore.all().stream()
                .filter(store -> store.user().isEmpty() || ON_SERVERS.contains(store.folder()));
    }

    @AfterAll
    void stopsTheServers() {
        servers.close();
    }

    @ParameterizedTest
    @MethodSource("stores")
    void it_answers_like_the_store(RealStore store) throws IOException {
        Path own = Files.createDirectory(scratch.resolve(store.toString().replace('/', '-')));
        String location = store.location(own, servers);
        Path capsule = own.resolve("all.hcap");
        var make = new ArrayList<>(List.of("capsule", location, "--all", "--out", capsule.toString(), "--fold", store.rules().toString()));
        if (!store.user().isEmpty()) {
            make.addAll(List.of("--user", store.user()));
        }
        assertThat(TestHouse.run(make).code()).isEqualTo(ExitCode.DONE);

        for (List<String> question : List.of(List.of("streams"), List.of("events"), List.of("verify"))) {
            assertThat(answer(question, capsule.toString(), ""))
                    .as(question.getFirst())
                    .isEqualTo(answer(with(question, "--fold", store.rules().toString()), location, store.user()));
        }
    }

    @Test
    void a_few_streams_stand_in_the_order_of_the_store() throws IOException {
        RealStore store = RealStore.all().stream()
                .filter(one -> one.folder().equals("emmett-sqlite"))
                .findFirst()
                .orElseThrow();
        String location = store.location(Files.createDirectory(scratch.resolve("few")), servers);
        List<String> streams = TestHouse.run(List.of("streams", location, "-o", "csv")).out().lines()
                .skip(1)
                .limit(3)
                .map(line -> line.substring(0, line.indexOf(',')))
                .toList();
        Path capsule = scratch.resolve("few.hcap");

        TestHouse.Answer made = TestHouse.run(List.of(
                "capsule", location, "--out", capsule.toString(), "--stream", streams.get(2), "--stream", streams.get(0), "--stream", "none"));

        assertThat(made.code()).isEqualTo(ExitCode.FOUND);
        assertThat(made.err()).contains("no stream none");
        String expected = answer(List.of("events"), location, "").lines()
                .filter(line -> line.contains(streams.get(0)) || line.contains(streams.get(2)))
                .reduce("", (all, line) -> all + line + "\n");
        assertThat(answer(List.of("events"), capsule.toString(), "")).isEqualTo(expected);
    }

    @Test
    void what_cannot_be_is_told() throws IOException {
        Path there = Files.writeString(scratch.resolve("there.hcap"), "x");

        assertThat(TestHouse.run(List.of("capsule", "sample:ledger", "--out", scratch.resolve("n.hcap").toString())).err())
                .contains("--all");
        assertThat(TestHouse.run(List.of("capsule", "sample:ledger", "--all", "--out", there.toString())))
                .satisfies(answer -> assertThat(answer.code()).isEqualTo(ExitCode.USAGE))
                .satisfies(answer -> assertThat(answer.err()).contains("--force"));
        assertThat(TestHouse.run(List.of("capsule", "sample:ledger", "--all", "--out", scratch.resolve("no/folder.hcap").toString())).code())
                .isEqualTo(ExitCode.PARTIAL);
    }

    private static List<String> with(List<String> arguments, String... more) {
        var all = new ArrayList<>(arguments);
        all.addAll(List.of(more));
        return all;
    }

    private static String answer(List<String> question, String location, String user) {
        var arguments = new ArrayList<>(question);
        arguments.add(1, location);
        arguments.addAll(List.of("--output", "ndjson"));
        if (!user.isEmpty()) {
            arguments.addAll(List.of("--user", user));
        }
        return Answers.of(arguments);
    }
}
