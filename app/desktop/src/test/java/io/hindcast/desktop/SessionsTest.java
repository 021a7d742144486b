package io.hindcast.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.desktop.LeftWindow.Place;
import io.hindcast.engine.link.StoreLook;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionsTest {
    @TempDir
    Path folder = Path.of("");

    private static LeftWindow left(String store) {
        return new LeftWindow(
                StoreLook.at(store), List.of(0.175, 0.675, 0.4, 0.5), Optional.of(new Place(-1200, 40, 1440, 900)), false);
    }

    @Test
    void each_store_is_found_as_it_was_left() {
        var sessions = new Sessions(Optional.of(folder.resolve("deep/sessions")));
        sessions.remember(left("sample:ledger"));
        sessions.remember(left("/data/ü b.db"));

        assertThat(sessions.of("sample:ledger")).contains(left("sample:ledger"));
        assertThat(sessions.of("/data/ü b.db")).contains(left("/data/ü b.db"));
        assertThat(sessions.of("/data/other.db")).isEmpty();
    }

    @Test
    void one_file_is_one_store_however_it_is_named() throws Exception {
        Path store = Files.createFile(folder.resolve("a.db")).toRealPath();
        var sessions = new Sessions(Optional.of(folder.resolve("sessions")));
        sessions.remember(left(store.toString()));

        assertThat(sessions.of(store.resolveSibling("./a.db").toString())).isPresent();
    }

    @Test
    void numbers_are_written_the_same_in_every_language() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(LeftWindow.read(left("a.db").written())).contains(left("a.db"));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void a_file_that_somebody_has_spoilt_is_as_good_as_none() throws Exception {
        var sessions = new Sessions(Optional.of(folder));
        sessions.remember(left("a.db"));
        Path file;
        try (var files = Files.list(folder)) {
            file = files.findFirst().orElseThrow();
        }

        Files.writeString(file, "look=hindcast\\://store/\ndividers=0.1\nplace=1 2\n");
        assertThat(sessions.of("a.db")).isEmpty();
        Files.writeString(file, "look=hindcast\\://store/a.db\ndividers=0.1 7\nplace=1 2 3 x\nmaximized=maybe\n");
        assertThat(sessions.of("a.db")).contains(new LeftWindow(StoreLook.at("a.db"), List.of(), Optional.empty(), false));
        Files.writeString(file, "look=\\u00zz");
        assertThat(sessions.of("a.db")).isEmpty();
    }

    @Test
    void without_a_folder_nothing_is_kept() {
        var sessions = new Sessions(Optional.empty());
        sessions.remember(left("a.db"));

        assertThat(sessions.of("a.db")).isEmpty();
    }
}
