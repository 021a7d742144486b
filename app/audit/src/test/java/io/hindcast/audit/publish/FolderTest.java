package io.hindcast.audit.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderTest {
    @TempDir
    @SuppressWarnings("NullAway")
    Path place;

    @Test
    void nothing_has_its_final_name_before_everything_is_written() throws IOException {
        try (var folder = new Folder(place, Files::newOutputStream)) {
            folder.prepare("states");
            write(folder, "states.csv", "a");
            assertThat(place.resolve("states.csv")).doesNotExist();

            folder.finish(List.of());
        }
        assertThat(place.resolve("states.csv")).hasContent("a");
        assertThat(files()).containsExactly("states.csv");
    }

    @Test
    void a_full_disk_leaves_nothing_behind() throws IOException {
        try (var folder = new Folder(place, file -> new FullDisk(Files.newOutputStream(file), 100_000))) {
            folder.prepare("states");
            write(folder, "states.csv", "enough room");

            assertThatThrownBy(() -> write(folder, "states.json", "x".repeat(200_000)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("No space");
        }
        assertThat(files()).isEmpty();
    }

    @Test
    void what_a_killed_run_of_the_same_report_left_is_cleared_away_and_nothing_else() throws IOException {
        Files.writeString(place.resolve(".states-states.csv.hindcast-part"), "half");
        Files.writeString(place.resolve(".states.pdf.hindcast-part"), "half");
        Files.writeString(place.resolve(".statesmen.pdf.hindcast-part"), "of another report");
        Files.writeString(place.resolve("states-notes.txt"), "somebody's own");

        try (var folder = new Folder(place, Files::newOutputStream)) {
            assertThat(folder.prepare("states")).isEqualTo(2);
        }
        assertThat(files()).containsExactlyInAnyOrder(".statesmen.pdf.hindcast-part", "states-notes.txt");
    }

    @Test
    void a_manifest_of_before_never_stands_beside_new_files() throws IOException {
        Files.writeString(place.resolve("states.manifest.json"), "old");
        try (var folder = new Folder(place, Files::newOutputStream)) {
            folder.prepare("states");
            write(folder, "states.csv", "new");
            write(folder, "states.manifest.json", "new");
            folder.finish(List.of());
        }
        assertThat(place.resolve("states.manifest.json")).hasContent("new");
    }

    @Test
    void bytes_and_hash_are_those_of_the_file() throws IOException {
        try (var folder = new Folder(place, Files::newOutputStream)) {
            folder.prepare("states");
            write(folder, "states.csv", "abc");

            assertThat(folder.written()).singleElement().satisfies(file -> {
                assertThat(file.bytes()).isEqualTo(3);
                assertThat(file.sha256())
                        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
            });
        }
    }

    private static void write(Folder folder, String name, String text) throws IOException {
        try (OutputStream out = folder.create(name, "text/plain")) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private Iterable<String> files() throws IOException {
        try (Stream<Path> files = Files.list(place)) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }

    /// Takes so many bytes and no more.
    private static final class FullDisk extends OutputStream {
        private final OutputStream file;
        private int room;

        FullDisk(OutputStream file, int room) {
            this.file = file;
            this.room = room;
        }

        @Override
        public void write(int b) throws IOException {
            if (room-- <= 0) {
                throw new IOException("No space left on device");
            }
            file.write(b);
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
