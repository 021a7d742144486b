package io.hindcast.desktop.shell;

import static io.hindcast.desktop.shell.Shown.on;
import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.desktop.theme.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every panel in every state: nothing is cut off, pale, nameless or out of sight.
class EveryStateTest {
    @AfterEach
    void speak_english_again() {
        Locale.setDefault(Locale.ENGLISH);
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 1000, 700, de", "CONTRAST, 1000, 700, en", "DARK, 1440, 900, de", "LIGHT, 1920, 990, en"})
    void nothing_is_wrong_with_any_panel(Theme theme, int width, int height, String language) throws Exception {
        Locale.setDefault(Locale.of(language));
        var faults = new ArrayList<String>();

        new EveryState(theme, width, height, (shown, state) -> {
                    List<String> found = on(() -> Faults.of(shown.window.scene()));
                    found.forEach(fault -> faults.add(state + ": " + fault));
                })
                .all();

        assertThat(faults).isEmpty();
    }
}
