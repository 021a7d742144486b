package io.hindcast.engine.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    @TempDir
    private Path folder;

    @Test
    void what_was_there_gives_way_to_the_whole_new_one() throws IOException {
        Path file = Files.writeString(folder.resolve("table.csv"), "old and longer");

        boolean whole = WholeFile.write(file, out -> {
            out.write("n".getBytes(UTF_8));
            out.write("ew".getBytes(UTF_8));
            return true;
        });

        assertThat(whole).isTrue();
        assertThat(file).hasContent("new");
        assertThat(names()).containsExactly("table.csv");
    }

    @Test
    void what_was_there_stays_when_the_writing_was_stopped() throws IOException {
        Path file = Files.writeString(folder.resolve("table.csv"), "old");

        boolean whole = WholeFile.write(file, out -> {
            out.write("half".getBytes(UTF_8));
            return false;
        });

        assertThat(whole).isFalse();
        assertThat(file).hasContent("old");
        assertThat(names()).containsExactly("table.csv");
    }

    @Test
    void a_disk_that_fills_up_leaves_nothing_of_it_and_a_persons_own_part_is_not_touched() throws IOException {
        Path own = Files.writeString(folder.resolve("table.csv.part"), "a person's own");

        assertThatThrownBy(() -> WholeFile.write(folder.resolve("table.csv"), out -> {
                    out.write("half".getBytes(UTF_8));
                    throw new IOException("no space left");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("no space left");

        assertThat(own).hasContent("a person's own");
        assertThat(names()).containsExactly("table.csv.part");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
        }
    }
}
