package io.hindcast.house.stores;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.cli.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Seals from the command line, over a store that a real system wrote.
class SealVerbTest {
    @TempDir
    Path scratch = Path.of("");

    private String store = "";
    private Path seal = Path.of("");

    @BeforeEach
    void seals() {
        RealStore real = RealStore.all().stream()
                .filter(one -> one.folder().equals("emmett-sqlite"))
                .findFirst()
                .orElseThrow();
        store = real.location(scratch, new TestServers());
        seal = scratch.resolve("seal.json");
        assertThat(run("seal", store, "--out", seal.toString()).code()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void what_was_deleted_is_named_and_ends_with_exit_code_1() throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + store);
                var statement = connection.createStatement()) {
            statement.execute("DELETE FROM emt_messages WHERE global_position = 700");
        }

        TestHouse.Answer answer = run("seal", "verify", store, seal.toString());

        assertThat(answer.code()).isEqualTo(ExitCode.FOUND);
        assertThat(answer.err()).contains("1 of 40 sealed streams").contains("is missing");
    }

    @Test
    void growth_is_unchanged_and_a_second_seal_proves_that_it_continues_the_first() throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + store);
                var statement = connection.createStatement()) {
            statement.execute("CREATE TEMP TABLE one AS SELECT * FROM emt_messages WHERE global_position = 700");
            statement.execute("UPDATE one SET stream_position = 900, global_position = 90000, message_id = 'new'");
            statement.execute("INSERT INTO emt_messages SELECT * FROM one");
        }
        Path second = scratch.resolve("second.json");

        TestHouse.Answer verified = run("seal", "verify", store, seal.toString());

        assertThat(verified.code()).isEqualTo(ExitCode.DONE);
        assertThat(verified.err()).contains("Unchanged since").contains("1 new events");
        assertThat(run("seal", store, "--out", second.toString(), "--previous", seal.toString()).code())
                .isEqualTo(ExitCode.DONE);
        assertThat(run("seal", "check", second.toString()).err()).contains("continues the seal of 1,500 events");
    }

    @Test
    void an_event_is_proven_without_the_store() throws IOException {
        String stream = "bankAccount-0061e9ad-decd-44e8-b758-f4edba6d675f";
        TestHouse.Answer proof = run("seal", "prove", store, seal.toString(), "--stream", stream, "--at", "v5");
        Path file = Files.writeString(scratch.resolve("proof.json"), proof.out());

        assertThat(run("seal", "check", seal.toString(), file.toString()).code()).isEqualTo(ExitCode.DONE);
        Files.writeString(file, proof.out().replace("\\\"version\\\":\\\"5\\\"", "\\\"version\\\":\\\"6\\\""));
        assertThat(run("seal", "check", seal.toString(), file.toString()).code()).isEqualTo(ExitCode.FOUND);
        assertThat(run("seal", "prove", store, seal.toString(), "--stream", stream, "--at", "v9999").code())
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void nothing_that_is_there_is_replaced_unasked_and_what_is_no_seal_is_told() throws IOException {
        assertThat(run("seal", store, "--out", seal.toString()))
                .satisfies(answer -> assertThat(answer.code()).isEqualTo(ExitCode.USAGE))
                .satisfies(answer -> assertThat(answer.err()).contains("--force"));
        assertThat(run("seal", store, "--out", seal.toString(), "--force").code()).isEqualTo(ExitCode.DONE);
        assertThat(run("seal", store).code()).isEqualTo(ExitCode.USAGE);
        assertThat(run("seal", "verify", store, scratch.resolve("none").toString()).err()).contains("There is no file");
        Path other = Files.writeString(scratch.resolve("other.json"), "{\"format\": 1}");
        assertThat(run("seal", "verify", store, other.toString()))
                .satisfies(answer -> assertThat(answer.code()).isEqualTo(ExitCode.USAGE))
                .satisfies(answer -> assertThat(answer.err()).contains("This is no seal"));
        Files.delete(scratch.resolve("seal.json.traces"));
        assertThat(run("seal", "verify", store, seal.toString()).err()).contains("is not beside it");
        assertThat(run("seal", store, "--out", scratch.resolve("no/such/folder.json").toString()).code())
                .isEqualTo(ExitCode.PARTIAL);
    }

    private static TestHouse.Answer run(String... arguments) {
        return TestHouse.run(List.of(arguments));
    }
}
