package io.hindcast.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleMainTest {
    @TempDir
    Path folder;

    @Test
    void it_writes_a_store_of_the_wanted_length() {
        var file = folder.resolve("a.mv.db");

        assertThat(SampleMain.run("--events", "1000", "--seed", "3", "--out", file.toString())).isZero();
        assertThat(file).isNotEmptyFile();
    }

    @Test
    void wrong_usage_is_code_two() {
        String out = folder.resolve("b.mv.db").toString();

        assertThat(SampleMain.run("--out")).isEqualTo(2);
        assertThat(SampleMain.run("--colour", "red")).isEqualTo(2);
        assertThat(SampleMain.run("--events", "many", "--out", out)).isEqualTo(2);
        assertThat(SampleMain.run("--events", "3", "--out", out)).isEqualTo(2);
        assertThat(SampleMain.run("--events", "1000", "--out", "store.txt")).isEqualTo(2);
    }

    @Test
    void a_file_that_is_there_is_not_touched() {
        String out = folder.resolve("c.mv.db").toString();
        SampleMain.run("--events", "1000", "--out", out);

        assertThat(SampleMain.run("--events", "1000", "--out", out)).isEqualTo(2);
    }
}
