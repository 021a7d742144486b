package io.hindcast.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.desktop.theme.Theme;
import io.hindcast.engine.timeline.Axis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastLookTest {
    @TempDir
    Path folder;

    private LastLook look() {
        return new LastLook(Optional.of(folder.resolve("below/window.properties")));
    }

    @Test
    void the_colours_chosen_last_are_there_again() {
        look().remember(Theme.DARK);
        look().remember(Theme.CONTRAST);

        assertThat(look().theme()).isEqualTo(Theme.CONTRAST);
    }

    @Test
    void the_axis_chosen_last_is_there_again_and_leaves_the_colours_alone() {
        look().remember(Theme.DARK);
        look().remember(Axis.HOURS);

        assertThat(look().axis()).isEqualTo(Axis.HOURS);
        assertThat(look().theme()).isEqualTo(Theme.DARK);
    }

    @Test
    void nobody_has_chosen_any_yet() {
        assertThat(look().axis()).isEqualTo(Axis.TIME);
        assertThat(look().theme()).isEqualTo(Theme.SYSTEM);
    }

    @Test
    void a_file_with_other_words_in_it_is_as_good_as_none() throws IOException {
        Path file = folder.resolve("window.properties");
        Files.writeString(file, "theme=PURPLE\naxis=SIDEWAYS\nother=\\u12");

        assertThat(new LastLook(Optional.of(file)).theme()).isEqualTo(Theme.SYSTEM);
    }
}
