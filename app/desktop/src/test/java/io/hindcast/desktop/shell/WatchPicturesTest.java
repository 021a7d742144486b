package io.hindcast.desktop.shell;

import static io.hindcast.desktop.shell.Shown.on;
import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.desktop.fake.Bank;
import io.hindcast.desktop.focus.Destination;
import io.hindcast.desktop.theme.Theme;
import io.hindcast.engine.state.FieldPath;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Fields that stay in sight over the state, and the way from a field to all moments at which it was like this; by keys.
class WatchPicturesTest {
    private static final FieldPath CURRENCY = FieldPath.parse("/currency");

    @ParameterizedTest
    @CsvSource({"LIGHT, 1400, 900, en", "DARK, 1000, 700, de"})
    void a_watched_field_stays_in_sight_and_can_be_searched_for(Theme theme, int width, int height, String language)
            throws Exception {
        Locale.setDefault(Locale.forLanguageTag(language));
        try (Shown shown = Shown.onBank(theme, width, height)) {
            choose(shown, CURRENCY);
            shown.type(KeyCode.W).settle();
            choose(shown, FieldPath.parse("/owner/name"));
            shown.type(KeyCode.W).settle().picture("watch-%s-%d-%s".formatted(theme.name().toLowerCase(Locale.ROOT), width, language));
            assertThat(shown.find("#state-watch", ListView.class).getItems()).hasSize(2);

            choose(shown, CURRENCY);
            shown.press(KeyCode.SHIFT, KeyCode.W).settle();
            assertThat(shown.find("#find-asked", TextField.class).getText()).isEqualTo("/currency = \"CHF\"");
            assertThat(shown.find("#find-hits", TableView.class).getItems()).isNotEmpty();

            choose(shown, CURRENCY);
            shown.type(KeyCode.W).settle();
            assertThat(shown.find("#state-watch", ListView.class).getItems()).hasSize(1);
        }
    }

    private static void choose(Shown shown, FieldPath field) throws Exception {
        on(() -> {
            shown.focus.goTo(Bank.ACCOUNT, new Destination.AtIndex(121));
            shown.focus.fieldProperty().set(Optional.of(field));
            shown.window.workbench().showHistory();
            shown.window.workbench().events().takeKeys();
            return true;
        });
        shown.settle();
    }
}
