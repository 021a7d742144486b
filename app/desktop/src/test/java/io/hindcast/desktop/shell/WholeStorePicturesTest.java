package io.hindcast.desktop.shell;

import static io.hindcast.desktop.shell.Shown.on;
import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.desktop.fake.Bank;
import io.hindcast.desktop.focus.Destination;
import io.hindcast.desktop.focus.FoldInUse;
import io.hindcast.desktop.theme.Theme;
import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.fold.FoldLanguage.Compiled;
import io.hindcast.engine.fold.rules.RulesLanguage;
import io.hindcast.engine.state.FieldPath;
import java.nio.file.Files;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
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
    private static final String RULES = """
            fold: bank
            category: account, loan, invoice
            currency: currency
            start: { balance: 0.00 }
            on:
              AccountOpened: { set: { owner: /owner, currency: /currency, limit: /limit }, status: open }
              MoneyDeposited: { add: { balance: /amount }, count: movements }
              MoneyWithdrawn, FeeCharged: { subtract: { balance: /amount }, count: movements }
            """;

    @AfterEach
    void speak_english_again() {
        Locale.setDefault(Locale.ENGLISH);
    }

    private static Fold fold() {
        return switch (new RulesLanguage().compile("folds.yaml", RULES)) {
            case Compiled.Ready(Fold fold, _) -> fold;
            case Compiled.Rejected(var errors) -> throw new IllegalStateException(errors.toString());
        };
    }

    private static Shown bank(Theme theme, int width, int height) throws Exception {
        Shown shown = Shown.onBank(theme, width, height);
        on(() -> {
            shown.focus.zoneProperty().set(ZoneId.of("Europe/Zurich"));
            shown.focus.useFold(new FoldInUse(fold(), "bank.folds.yaml", true, Optional.empty()));
            shown.focus.goTo(Bank.ACCOUNT, new Destination.AtIndex(100));
            return true;
        });
        return shown.settle();
    }

    private static void write(Shown shown, String query, String text) throws Exception {
        TextField field = shown.find(query, TextField.class);
        on(() -> {
            field.setText(text);
            field.fireEvent(new ActionEvent());
            return true;
        });
        shown.settle();
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 1400, 900, en", "DARK, 1400, 900, de", "LIGHT, 1000, 700, de", "DARK, 1000, 700, en"})
    void every_pane_is_drawn(Theme theme, int width, int height, String language) throws Exception {
        Locale.setDefault(Locale.of(language));
        String name = "%s-%d-%s".formatted(theme.name().toLowerCase(Locale.ROOT), width, language);
        try (Shown shown = bank(theme, width, height)) {
            on(() -> {
                shown.window.workbench().wholeStore().statesAtFocus();
                return true;
            });
            shown.settle().picture("states-" + name);
            on(() -> {
                shown.window.workbench().wholeStore().showRoll();
                return true;
            });
            shown.settle().picture("roll-none-" + name);
            write(shown, "#roll-from", "2025-02-28");
            shown.picture("roll-" + name);
            on(() -> {
                shown.window.workbench().wholeStore().findStates();
                return true;
            });
            shown.settle().picture("find-none-" + name);
            write(shown, "#find-asked", "balance < -4000");
            shown.picture("find-" + name);
            write(shown, "#find-asked", "balance << 0");
            shown.picture("find-unclear-" + name);
            on(() -> {
                shown.window.workbench().wholeStore().findText();
                return true;
            });
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
            on(() -> {
                table.getSelectionModel().select(3);
                table.requestFocus();
                return true;
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
            on(() -> {
                table.getSelectionModel().select(0);
                table.requestFocus();
                return true;
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
