package io.hindcast.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleMainTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @Test
    void it_writes_a_store_of_the_wanted_length() {
        var file = folder.resolve("a.mv.db");

        assertThat(run("--events", "1000", "--seed", "3", "--out", file.toString()))
                .isZero();
        assertThat(file).isNotEmptyFile();
        assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSize(PlantedDefect.Kind.values().length);
        assertThat(err.size()).isZero();
    }

    @Test
    void wrong_usage_is_code_two() {
        String out = folder.resolve("b.mv.db").toString();

        assertThat(run("--out")).isEqualTo(2);
        assertThat(run("--colour", "red")).isEqualTo(2);
        assertThat(run("--events", "many", "--out", out)).isEqualTo(2);
        assertThat(run("--events", "3", "--out", out)).isEqualTo(2);
        assertThat(run("--events", "1000", "--out", "store.txt")).isEqualTo(2);
    }

    @Test
    void wrong_usage_is_explained_on_the_error_stream_only() {
        run("--out");

        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("Usage: --out PATH.mv.db");
        assertThat(out.size()).isZero();
    }

    @Test
    void a_file_that_is_there_is_not_touched() {
        String out = folder.resolve("c.mv.db").toString();
        run("--events", "1000", "--out", out);

        assertThat(run("--events", "1000", "--out", out)).isEqualTo(2);
    }

    private int run(String... arguments) {
        var results = new PrintStream(out, true, StandardCharsets.UTF_8);
        var messages = new PrintStream(err, true, StandardCharsets.UTF_8);
        return new SampleMain(results, messages).run(arguments);
    }
}
