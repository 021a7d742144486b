package io.hindcast.desktop.shell;

import static io.hindcast.desktop.shell.Shown.on;
import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.desktop.editor.CodeEditor;
import io.hindcast.desktop.fake.Bank;
import io.hindcast.desktop.focus.Destination;
import io.hindcast.desktop.theme.Theme;
import io.hindcast.engine.state.FieldPath;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Supposing in the whole window, in both themes and two sizes.
class WhatIfPicturesTest {
    private static final FieldPath AMOUNT = FieldPath.parse("/amount");

    @ParameterizedTest
    @CsvSource({"LIGHT,1400,900", "DARK,1400,900", "LIGHT,1000,700", "DARK,1000,700"})
    void an_event_is_muted_another_replaced_and_both_taken_back(Theme theme, int width, int height) throws Exception {
        Locale.setDefault(Locale.ENGLISH);
        String name = "whatif-" + theme.name().toLowerCase(Locale.ROOT) + "-" + width;
        try (Shown shown = Shown.onBank(theme, width, height)) {
            on(() -> {
                shown.focus.goTo(Bank.ACCOUNT, new Destination.AtIndex(98));
                shown.window.workbench().events().takeKeys();
                return true;
            });
            shown.settle();
            assertThat(on(() -> shown.find("#whatif-banner", Node.class).isVisible())).isFalse();

            shown.type(KeyCode.X);
            assertThat(on(() -> shown.find("#whatif-banner", Node.class).isVisible())).isTrue();
            assertThat(shown.focus.look().index()).isEqualTo(98);
            assertThat(shown.focus.look().history().orElseThrow().changesAt(98)).isEmpty();

            on(() -> {
                shown.focus.step(100);
                shown.window.replaceBody();
                return true;
            });
            shown.settle();
            var body = shown.find("#whatif-body", CodeEditor.class);
            on(() -> {
                body.textProperty().set("{\n  \"amount\": 0.1234567890123456789,");
                return true;
            });
            shown.settle().picture(name + "-wrong");
            assertThat(shown.find("#whatif-suppose", Button.class).isDisabled()).isTrue();
            assertThat(shown.find("#whatif-complaint", Label.class).getText()).startsWith("not JSON");
            on(() -> {
                body.textProperty().set("{\n  \"amount\": 0.1234567890123456789,\n  \"reference\": \"supposed\"\n}");
                return true;
            });
            shown.settle().picture(name + "-body");
            fire(shown, "#whatif-suppose");
            assertThat(shown.focus.look().history().orElseThrow().stateAfter(100).at(AMOUNT))
                    .hasToString("0.1234567890123456789");

            fire(shown, "#whatif-compare");
            shown.picture(name);
            assertThat(shown.find("#supposed-table", TableView.class).getItems()).isNotEmpty();
            assertThat(shown.focus.foldProperty().get().orElseThrow().fold().isHypothetical()).isTrue();

            fire(shown, "#whatif-back");
            assertThat(on(() -> shown.find("#whatif-banner", Node.class).isVisible())).isFalse();
            assertThat(shown.focus.foldProperty().get().orElseThrow().fold().isHypothetical()).isFalse();
            assertThat(shown.focus.look().history().orElseThrow().changesAt(98)).isNotEmpty();
        }
    }

    private static void fire(Shown shown, String button) throws Exception {
        on(() -> {
            shown.find(button, Button.class).fire();
            return true;
        });
        shown.settle();
    }
}
