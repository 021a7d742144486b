package io.hindcast.desktop.shell;

import static io.hindcast.desktop.shell.Shown.on;
import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.audit.template.Template;
import io.hindcast.desktop.theme.Theme;
import java.nio.file.Files;
import java.util.Locale;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The dialog that makes reports, drawn into `target/pictures`.
class ReportPicturesTest {
    @AfterEach
    void speak_english_again() {
        Locale.setDefault(Locale.ENGLISH);
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, en", "DARK, de"})
    void the_dialog_is_drawn(Theme theme, String language) throws Exception {
        Locale.setDefault(Locale.of(language));
        String name = "report-%s-%s".formatted(theme.name().toLowerCase(Locale.ROOT), language);
        try (Shown shown = Shown.onBank(theme, 1400, 900)) {
            on(() -> {
                shown.window.workbench().wholeStore().showRoll();
                shown.window.report();
                return true;
            });
            shown.settle().picture(name);
        }
        assertThat(Files.size(Shown.PICTURES.resolve(name + ".png"))).isGreaterThan(40_000);
    }

    @Test
    void it_begins_with_what_is_in_front() throws Exception {
        try (Shown shown = Shown.onBank(Theme.LIGHT, 1400, 900)) {
            shown.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.S);
            assertThat(template(shown)).isEqualTo(Template.STREAM);
            on(() -> {
                shown.window.escape();
                shown.window.workbench().wholeStore().showStates();
                shown.window.report();
                return true;
            });
            shown.settle();
            assertThat(template(shown)).isEqualTo(Template.STATES);
            on(() -> {
                shown.window.escape();
                shown.window.workbench().wholeStore().showIntegrity();
                shown.window.report();
                return true;
            });
            shown.settle();
            assertThat(template(shown)).isEqualTo(Template.INTEGRITY);
        }
    }

    private static Object template(Shown shown) throws Exception {
        return on(() -> shown.find("#report-template", ComboBox.class).getValue());
    }
}
