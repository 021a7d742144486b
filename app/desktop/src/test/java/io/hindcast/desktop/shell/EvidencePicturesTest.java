package io.hindcast.desktop.shell;

import static io.hindcast.desktop.shell.Shown.on;
import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.desktop.fake.Bank;
import io.hindcast.desktop.focus.Destination;
import io.hindcast.desktop.focus.Evidence.Findings;
import io.hindcast.desktop.focus.Evidence.Verdict;
import io.hindcast.desktop.theme.Theme;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// All snapshots and all checks of the bank, drawn into `target/pictures` and used by keys.
class EvidencePicturesTest {
    @AfterEach
    void speak_english_again() {
        Locale.setDefault(Locale.ENGLISH);
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 1400, 900, en", "DARK, 1400, 900, de", "LIGHT, 1000, 700, de", "DARK, 1000, 700, en"})
    void every_pane_is_drawn(Theme theme, int width, int height, String language) throws Exception {
        Locale.setDefault(Locale.of(language));
        String name = "%s-%d-%s".formatted(theme.name().toLowerCase(Locale.ROOT), width, language);
        try (Shown shown = Shown.onFoldedBank(theme, width, height)) {
            shown.picture("marks-" + name);
            shown.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.V);
            shown.settle().picture("verify-none-" + name);
            shown.fire("#verify-run");
            shown.picture("verify-" + name);
            shown.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.I);
            shown.settle().picture("integrity-none-" + name);
            shown.fire("#integrity-run");
            shown.picture("integrity-" + name);
        }
        assertThat(Files.size(Shown.PICTURES.resolve("integrity-" + name + ".png"))).isGreaterThan(40_000);
    }

    @Test
    void the_whole_store_is_tested_and_a_drift_leads_to_its_event() throws Exception {
        try (Shown shown = Shown.onFoldedBank(Theme.LIGHT, 1200, 800)) {
            shown.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.V);
            shown.fire("#verify-run");
            TableView<?> table = shown.find("#verify-table", TableView.class);
            ToggleButton drifts = shown.find("#verify-DRIFTS", ToggleButton.class);
            int all = on(() -> table.getItems().size());
            shown.does(() -> drifts.fire());
            int drifting = on(() -> table.getItems().size());

            assertThat(all).isEqualTo(4);
            assertThat(drifting).isBetween(1, 3);
            assertThat(on(() -> shown.find("#verify-hint", Label.class).getText())).isNotBlank();
            shown.does(() -> shown.focus.goTo("loan-L003", Destination.head()));
            shown.fire("#verify-parting");
            assertThat(on(() -> shown.focus.look().subject().orElseThrow().stream())).isEqualTo(Bank.ACCOUNT);
        }
    }

    @Test
    void snapshots_that_were_tested_look_so_on_the_timeline() throws Exception {
        try (Shown shown = Shown.onFoldedBank(Theme.LIGHT, 1200, 800)) {
            assertThat(on(() -> shown.focus.evidence().verdictsProperty().get().getOrDefault(Bank.ACCOUNT, Map.of()).values()))
                    .hasSize(4)
                    .contains(Verdict.DRIFTS, Verdict.MATCHES);
            boolean forgotten = on(() -> {
                shown.focus.useDefaultFold();
                return shown.focus.evidence().verdictsProperty().get().isEmpty();
            });
            assertThat(forgotten).as("what another fold said counts no more").isTrue();
        }
    }

    @Test
    void findings_badge_their_streams_and_lead_there() throws Exception {
        try (Shown shown = Shown.onFoldedBank(Theme.LIGHT, 1200, 800)) {
            shown.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.I);
            shown.fire("#integrity-run");
            ListView<?> checks = shown.find("#integrity-checks", ListView.class);
            TableView<?> findings = shown.find("#integrity-findings", TableView.class);

            assertThat(on(() -> checks.getItems().size())).isEqualTo(13);
            assertThat(on(() -> findings.getItems().size())).isPositive();
            assertThat(on(() -> shown.focus.evidence().findingsProperty().get()))
                    .containsEntry(Bank.ACCOUNT, new Findings(3, 0));
            shown.does(() -> shown.focus.goTo("loan-L003", Destination.head()));
            shown.does(() -> {
                findings.getSelectionModel().select(0);
                findings.requestFocus();
            });
            shown.type(KeyCode.ENTER);
            assertThat(on(() -> shown.focus.look().subject().orElseThrow().stream())).isEqualTo(Bank.ACCOUNT);
        }
    }
}
