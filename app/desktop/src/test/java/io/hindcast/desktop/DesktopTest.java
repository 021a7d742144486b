package io.hindcast.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DesktopTest {
    @TempDir
    Path folder;

    @Test
    void without_a_display_the_window_is_drawn_into_a_picture() {
        assertThat(Desktop.hasDisplay("Linux", Map.of())).isFalse();
        assertThat(Desktop.hasDisplay("Linux", Map.of("DISPLAY", ":0"))).isTrue();
        assertThat(Desktop.hasDisplay("Windows 11", Map.of())).isTrue();
        assertThat(Desktop.hasDisplay("Mac OS X", Map.of())).isTrue();
    }

    @Test
    void a_run_without_a_display_writes_the_filled_window_and_ends_well() throws Exception {
        Path picture = folder.resolve("deep/window.png");

        Ended ended = run("sample:ledger", picture);

        assertThat(ended.said()).contains("PictureWritten");
        assertThat(ended.code()).isEqualTo(Desktop.DONE);
        assertThat(Files.size(picture)).isGreaterThan(50_000);
    }

    @Test
    void a_store_that_cannot_be_opened_ends_with_the_sentence() throws Exception {
        Path picture = folder.resolve("window.png");

        Ended ended = run("missing.db", picture);

        assertThat(ended.code()).isEqualTo(Desktop.NOT_OPENED);
        assertThat(ended.said()).contains("There is no file missing.db.").doesNotContain("Exception");
        assertThat(picture).doesNotExist();
    }

    private record Ended(int code, String said) {}

    /// The toolkit starts once in the life of a program, so each run is a program of its own.
    private static Ended run(String store, Path picture) throws Exception {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Dstore=" + store,
                "-cp",
                System.getProperty("java.class.path"),
                DrawTheBank.class.getName(),
                "dark",
                picture.toString(),
                "1200",
                "800"));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }
}
