package io.hindcast.desktop.shell;

import static io.hindcast.desktop.shell.Shown.on;
import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.desktop.editor.CodeEditor;
import io.hindcast.desktop.fake.Bank;
import io.hindcast.desktop.focus.Destination;
import io.hindcast.desktop.theme.Theme;

import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Writing rules in the whole window, in both themes and two sizes.
class DraftPicturesTest {
    private static final String RULES = """
            # What the bank does, as an auditor reads it
            fold: bank account
            category: account
            start: { balance: 0.00, movements: 0 }
            effective: /effectiveDate
            on:
              AccountOpened: { set: { owner: /owner, "opened on": /openedOn } }
              MoneyDeposited:
                add: { balance: /amount }
                count: movements
              MoneyWithdrawn, FeeCharged:
                - when: /amount > 0 and state /status is missing
                  subtract: { balance: /amount }
            """;

    @ParameterizedTest
    @CsvSource({"LIGHT,1400,900", "DARK,1400,900", "LIGHT,1000,700", "DARK,1000,700"})
    void rules_are_written_tried_and_used(Theme theme, int width, int height) throws Exception {
        Locale.setDefault(Locale.ENGLISH);
        String name = "draft-" + theme.name().toLowerCase(Locale.ROOT) + "-" + width;
        try (Shown shown = Shown.onBank(theme, width, height)) {
            var editor = write(shown, RULES);
            shown.picture(name);
            assertThat(shown.find("#draft-status", Hyperlink.class).getText()).isEqualTo("These rules can be used.");
            assertThat(shown.find("#trial-changes", TableView.class).getItems()).isNotEmpty();

            choose(shown, "#trial-first");
            shown.settle().picture(name + "-first");
            assertThat(shown.find("#parting-words", Label.class).getText()).startsWith("They part before the first event");

            choose(shown, "#trial-category");
            on(() -> {
                shown.find("#category-start", Button.class).fire();
                return true;
            });
            shown.settle().picture(name + "-category");
            assertThat(shown.find("#category-list", ListView.class).getItems()).hasSize(24);

            on(() -> {
                editor.textProperty().set(RULES.replace("subtract:", "substract:").replace("start: {", "begin: {"));
                return true;
            });
            shown.settle().picture(name + "-wrong");
            assertThat(editor.marks()).hasSize(2).allMatch(it -> it.isError());
            assertThat(shown.find("#draft-apply", Button.class).isDisabled()).isTrue();

            on(() -> {
                editor.textProperty().set(RULES);
                return true;
            });
            shown.settle();
            on(() -> {
                shown.find("#draft-apply", Button.class).fire();
                return true;
            });
            shown.settle().picture(name + "-used");
            assertThat(shown.focus.foldProperty().get().orElseThrow().fold().name()).isEqualTo("bank account");
            assertThat(shown.find("#fold-words", Label.class).getText()).contains("bank account", "not saved");
        }
    }

    private static CodeEditor write(Shown shown, String rules) throws Exception {
        on(() -> {
            shown.focus.goTo(Bank.ACCOUNT, new Destination.AtIndex(100));
            shown.window.workbench().showDraft();
            return true;
        });
        shown.settle();
        var editor = shown.find("#draft-editor", CodeEditor.class);
        on(() -> {
            editor.textProperty().set(rules);
            return true;
        });
        shown.settle();
        return editor;
    }

    private static void choose(Shown shown, String query) throws Exception {
        on(() -> {
            shown.find(query, ToggleButton.class).fire();
            return true;
        });
        shown.settle();
    }

}
