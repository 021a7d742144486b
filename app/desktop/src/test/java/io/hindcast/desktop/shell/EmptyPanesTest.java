package io.hindcast.desktop.shell;

import static io.hindcast.desktop.shell.Shown.on;
import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.desktop.fake.Bank;
import io.hindcast.desktop.focus.Destination;
import io.hindcast.desktop.focus.FoldInUse;
import io.hindcast.desktop.theme.EmptyState;
import io.hindcast.desktop.theme.Theme;
import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.fold.FoldLanguage.Compiled;
import io.hindcast.engine.fold.rules.RulesLanguage;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.feather.Feather;

/// Panes that have nothing to show say why, and what to do next.
class EmptyPanesTest {
    @BeforeEach
    void speak_english() {
        Locale.setDefault(Locale.ENGLISH);
    }

    @Test
    void a_store_without_events_and_a_name_that_fits_none_are_told_apart() throws Exception {
        try (Shown shown = Shown.empty(Theme.LIGHT, 1000, 700)) {
            shown.open("empty.db");
            assertThat(words(shown, ".streams")).contains("The store holds no events");

            shown.open("sample:ledger");
            TextField narrowing = shown.find("#streams-narrow", TextField.class);
            shown.does(() -> narrowing.setText("no such stream"));
            assertThat(words(shown, ".streams")).contains("No such stream", "Clear the field above to see all streams.");
        }
    }

    @Test
    void an_event_without_a_state_is_not_called_before_the_first() throws Exception {
        Fold loans = switch (new RulesLanguage().compile("loans.yaml", "fold: loans\ncategory: loan\non:\n  Opened: merge\n")) {
            case Compiled.Ready(Fold ready, _) -> ready;
            case Compiled.Rejected(var errors) -> throw new IllegalStateException(errors.toString());
        };
        try (Shown shown = Shown.onBank(Theme.LIGHT, 1440, 900)) {
            shown.does(() -> shown.focus.useFold(new FoldInUse(loans, "loans.yaml", true, Optional.empty())));
            shown.does(() -> shown.focus.goTo(Bank.ACCOUNT, new Destination.AtIndex(100)));
            assertThat(words(shown, ".state")).contains("No state here").doesNotContain("Before the first event");

            shown.does(() -> shown.focus.step(-1));
            assertThat(words(shown, ".state")).contains("Before the first event");
        }
    }

    @Test
    void what_is_wrong_with_an_event_is_told_once() throws Exception {
        try (Shown shown = Shown.onFoldedBank(Theme.LIGHT, 1440, 900)) {
            shown.does(() -> shown.focus.step(121));

            assertThat(words(shown, ".detail")).contains("not JSON: unexpected end at byte 37");
        }
    }

    @Test
    void in_a_low_pane_the_icon_makes_way_for_the_words() throws Exception {
        List<Boolean> shown = on(() -> {
            Theme.LIGHT.apply();
            var empty = new EmptyState(Feather.BOX, "Nothing here", "Do this, and then that, until there is something to be seen in this pane.");
            var scene = new Scene(new StackPane(empty), 300, 90);
            scene.getStylesheets().add(Theme.sceneSheet());
            Node icon = empty.getChildren().getFirst();
            scene.getRoot().applyCss();
            empty.resize(300, 90);
            empty.layout();
            boolean low = icon.isVisible();
            empty.resize(300, 300);
            empty.layout();
            return List.of(low, icon.isVisible());
        });

        assertThat(shown).containsExactly(false, true);
    }

    private static List<String> words(Shown shown, String pane) throws Exception {
        return on(() -> shown.window.scene().lookup(pane).lookupAll(".label").stream()
                .filter(Label.class::isInstance)
                .map(it -> ((Label) it).getText())
                .toList());
    }
}
