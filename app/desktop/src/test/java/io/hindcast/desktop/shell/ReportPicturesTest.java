package io.hindcast.desktop.shell;

import static io.hindcast.desktop.shell.Shown.on;
import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.audit.template.Template;
import io.hindcast.desktop.fake.Bank;
import io.hindcast.desktop.theme.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

    @Test
    void the_button_of_a_pane_asks_the_question_of_the_pane() throws Exception {
        try (Shown shown = Shown.onBank(Theme.LIGHT, 1400, 900)) {
            on(() -> {
                shown.window.workbench().wholeStore().showStates();
                return true;
            });
            shown.settle();
            TextField moment = shown.find("#states-moment", TextField.class);
            ComboBox<?> category = shown.find("#states-category", ComboBox.class);
            on(() -> {
                category.getSelectionModel().select(1);
                moment.setText("2025-06-30");
                return true;
            });
            shown.settle();
            press(shown, ".states .report-button");

            assertThat(template(shown)).isEqualTo(Template.STATES);
            assertThat(on(() -> shown.find("#report-category", ComboBox.class).getValue())).isEqualTo(category.getValue());
            assertThat(text(shown, "#report-at")).isEqualTo("2025-06-30");
            assertThat(text(shown, "#report-columns")).startsWith("/");
            shown.picture("report-of-states");
        }
    }

    @Test
    void a_roll_forward_brings_its_field_and_its_period() throws Exception {
        try (Shown shown = Shown.onBank(Theme.LIGHT, 1400, 900)) {
            on(() -> {
                shown.window.workbench().wholeStore().showRoll();
                return true;
            });
            shown.settle();
            TextField field = shown.find("#roll-field", TextField.class);
            TextField from = shown.find("#roll-from", TextField.class);
            on(() -> {
                field.setText("/limit");
                from.setText("2025-03-31");
                return true;
            });
            press(shown, ".roll-forward .report-button");

            assertThat(template(shown)).isEqualTo(Template.ROLLFORWARD);
            assertThat(text(shown, "#report-field")).isEqualTo("/limit");
            assertThat(text(shown, "#report-from")).isEqualTo("2025-03-31");
            assertThat(text(shown, "#report-at")).isEqualTo("head");
        }
    }

    @Test
    void on_the_clock_of_effect_a_roll_forward_says_that_no_report_follows_it() throws Exception {
        try (Shown shown = Shown.onBank(Theme.LIGHT, 1400, 900)) {
            on(() -> {
                shown.window.workbench().wholeStore().showRoll();
                return true;
            });
            shown.settle();
            CheckBox clock = shown.find("#roll-effective", CheckBox.class);
            on(() -> {
                clock.setSelected(true);
                return true;
            });
            press(shown, ".roll-forward .report-button");

            assertThat(on(() -> shown.window.scene().lookup("#report-template") == null)).isTrue();
            assertThat(on(() -> shown.focus.noticeProperty().get().orElseThrow().sentence())).contains(clock.getText());
        }
    }

    @Test
    void a_stream_with_a_baseline_is_reported_from_there_to_the_focus() throws Exception {
        try (Shown shown = Shown.onBank(Theme.LIGHT, 1400, 900)) {
            on(() -> {
                shown.focus.step(10);
                shown.focus.pinBaseline(4);
                return true;
            });
            shown.settle();
            press(shown, ".events .report-button");

            assertThat(template(shown)).isEqualTo(Template.STREAM);
            assertThat(text(shown, "#report-stream")).isEqualTo(Bank.ACCOUNT);
            assertThat(text(shown, "#report-from")).isEqualTo("v5");
            assertThat(text(shown, "#report-at")).isEqualTo("v11");
        }
    }

    @Test
    void what_is_remembered_of_a_report_lies_in_the_folder_that_the_window_was_given(@TempDir Path out) throws Exception {
        try (Shown shown = Shown.onBank(Theme.LIGHT, 1400, 900)) {
            shown.does(shown.window::report);
            assertThat(shown.own.resolve("report.properties")).doesNotExist();
            TextField folder = shown.find("#report-folder", TextField.class);
            shown.does(() -> folder.setText(out.toString()));

            press(shown, "#report-write");

            assertThat(out).isNotEmptyDirectory();
            assertThat(shown.own.resolve("report.properties")).content().contains(out.getFileName().toString());
        }
    }

    private static void press(Shown shown, String query) throws Exception {
        Button button = shown.find(query, Button.class);
        on(() -> {
            button.fire();
            return true;
        });
        shown.settle();
    }

    private static String text(Shown shown, String query) throws Exception {
        TextField field = shown.find(query, TextField.class);
        return on(field::getText);
    }

    private static Object template(Shown shown) throws Exception {
        return on(() -> shown.find("#report-template", ComboBox.class).getValue());
    }
}
