package io.hindcast.desktop.shell;

import static io.hindcast.desktop.shell.Shown.on;
import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.desktop.theme.Theme;
import io.hindcast.engine.state.FieldPath;
import java.nio.file.Files;
import java.time.ZoneId;
import java.util.Locale;
import javafx.event.ActionEvent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The table of states, the roll-forward and the search, drawn into `target/pictures` and used by keys.
class WholeStorePicturesTest {
    @AfterEach
    void speak_english_again() {
        Locale.setDefault(Locale.ENGLISH);
    }

    private static Shown bank(Theme theme, int width, int height) throws Exception {
        Shown shown = Shown.onFoldedBank(theme, width, height);
        return shown.does(() -> shown.focus.zoneProperty().set(ZoneId.of("Europe/Zurich")));
    }

    private static void write(Shown shown, String query, String text) throws Exception {
        TextField field = shown.find(query, TextField.class);
        shown.does(() -> {
            field.setText(text);
            field.fireEvent(new ActionEvent());
        });
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 1400, 900, en", "DARK, 1400, 900, de", "LIGHT, 1000, 700, de", "DARK, 1000, 700, en"})
    void every_pane_is_drawn(Theme theme, int width, int height, String language) throws Exception {
        Locale.setDefault(Locale.of(language));
        String name = "%s-%d-%s".formatted(theme.name().toLowerCase(Locale.ROOT), width, language);
        try (Shown shown = bank(theme, width, height)) {
            shown.does(() -> shown.window.workbench().wholeStore().statesAtFocus()).picture("states-" + name);
            shown.does(() -> shown.window.workbench().wholeStore().showRoll()).picture("roll-none-" + name);
            write(shown, "#roll-from", "2025-02-28");
            shown.picture("roll-" + name);
            shown.does(() -> shown.window.workbench().wholeStore().findStates()).picture("find-none-" + name);
            write(shown, "#find-asked", "balance < -4000");
            shown.picture("find-" + name);
            write(shown, "#find-asked", "balance << 0");
            shown.picture("find-unclear-" + name);
            shown.does(() -> shown.window.workbench().wholeStore().findText());
            write(shown, "#find-asked", "RF18001");
            shown.picture("find-text-" + name);
        }
        assertThat(Files.size(Shown.PICTURES.resolve("states-" + name + ".png"))).isGreaterThan(40_000);
    }

    @Test
    void a_row_of_the_table_leads_to_its_stream_at_the_moment() throws Exception {
        try (Shown shown = bank(Theme.LIGHT, 1200, 800)) {
            shown.press(KeyCode.CONTROL, KeyCode.DIGIT8);
            write(shown, "#states-moment", "head");
            TableView<?> table = shown.find("#states-table", TableView.class);
            int rows = on(() -> table.getItems().size());
            shown.does(() -> {
                table.getSelectionModel().select(3);
                table.requestFocus();
            });
            shown.type(KeyCode.ENTER);

            assertThat(rows).isEqualTo(24);
            assertThat(on(() -> shown.focus.look().subject().orElseThrow().stream())).isEqualTo("account-CH93-0004");
            assertThat(on(() -> shown.find("#states-totals", TableView.class).getItems().size())).isPositive();
        }
    }

    @Test
    void a_hit_of_the_search_leads_to_its_event() throws Exception {
        try (Shown shown = bank(Theme.LIGHT, 1200, 800)) {
            shown.press(KeyCode.CONTROL, KeyCode.DIGIT9);
            write(shown, "#find-asked", "balance < -4000");
            TableView<?> table = shown.find("#find-hits", TableView.class);
            shown.does(() -> {
                table.getSelectionModel().select(0);
                table.requestFocus();
            });
            shown.type(KeyCode.ENTER);

            assertThat(on(() -> shown.focus
                            .look()
                            .history()
                            .orElseThrow()
                            .stateAfter(shown.focus.look().index())
                            .at(FieldPath.parse("balance"))
                            .toString()))
                    .startsWith("-");
        }
    }

    @Test
    void a_search_that_came_to_its_end_says_what_it_covers() throws Exception {
        try (Shown shown = bank(Theme.LIGHT, 1200, 800)) {
            shown.press(KeyCode.CONTROL, KeyCode.DIGIT9);
            write(shown, "#find-asked", "balance < 0");
            int all = on(() -> shown.find("#find-hits", TableView.class).getItems().size());
            Button goOn = shown.find("#find-go-on", Button.class);

            assertThat(all).isPositive();
            assertThat(on(goOn::isVisible)).isFalse();
            assertThat(on(() -> shown.window.scene().lookup(".find .question-foot")))
                    .isInstanceOfSatisfying(Label.class, foot -> assertThat(foot.getText()).contains("Scanned"));
        }
    }
}
