package io.hindcast.desktop.shell;

import static io.hindcast.desktop.shell.Shown.on;
import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.desktop.fake.Bank;
import io.hindcast.desktop.focus.Destination;
import io.hindcast.desktop.theme.Theme;
import io.hindcast.engine.replay.StreamHistory;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.timeline.Axis;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The history of a field in the whole window, in both themes and two sizes.
class BlamePicturesTest {
    private static final FieldPath BALANCE = FieldPath.parse("/balance");

    @ParameterizedTest
    @CsvSource({"LIGHT,1400,900", "DARK,1400,900", "LIGHT,1000,700", "DARK,1000,700"})
    void a_field_is_followed_through_the_events_that_changed_it(Theme theme, int width, int height) throws Exception {
        Locale.setDefault(Locale.ENGLISH);
        String name = "blame-" + theme.name().toLowerCase(Locale.ROOT) + "-" + width;
        try (Shown shown = Shown.onBank(theme, width, height)) {
            on(() -> {
                shown.focus.goTo(Bank.ACCOUNT, new Destination.AtIndex(121));
                shown.window.workbench().showBlame();
                return true;
            });
            shown.settle();
            assertThat(shown.find("#blame-table", Node.class)).isNull();

            on(() -> {
                shown.focus.fieldProperty().set(Optional.of(BALANCE));
                shown.window.workbench().events().takeKeys();
                return true;
            });
            shown.settle().picture(name);
            StreamHistory history = shown.focus.look().history().orElseThrow();
            int[] changed = IntStream.range(0, history.size())
                    .filter(it -> !history.stateAfter(it).at(BALANCE).equals(history.stateAfter(it - 1).at(BALANCE)))
                    .toArray();
            assertThat(shown.find("#blame-table", TableView.class).getItems()).hasSize(changed.length);
            assertThat(shown.find("#blame-field", Label.class).getText()).isEqualTo("balance");
            assertThat(shown.find("#blame-curve", Node.class)).isNotNull();
            assertThat(on(() -> shown.find("#curve-strip", Node.class).isVisible())).isTrue();
            on(() -> {
                shown.window.workbench().timeline().model().fitFocus();
                return true;
            });
            shown.settle().picture(name + "-zoomed");
            on(() -> {
                shown.window.workbench().timeline().axis().choose(Axis.HOURS);
                shown.window.workbench().timeline().model().fit();
                return true;
            });
            shown.settle().picture(name + "-folded");
            assertThat(on(() -> shown.find("#curve-strip", Node.class).isVisible())).isTrue();

            shown.press(KeyCode.ALT, KeyCode.SHIFT, KeyCode.LEFT);
            assertThat(shown.focus.look().index()).isEqualTo(IntStream.of(changed).filter(it -> it < 121).max().orElseThrow());
            shown.press(KeyCode.ALT, KeyCode.SHIFT, KeyCode.RIGHT);
            assertThat(shown.focus.look().index()).isEqualTo(IntStream.of(changed).filter(it -> it > 120).min().orElseThrow());

            on(() -> {
                shown.focus.fieldProperty().set(Optional.of(FieldPath.parse("/owner/name")));
                return true;
            });
            shown.settle().picture(name + "-text");
            assertThat(shown.find("#blame-curve", Node.class)).isNull();
            assertThat(on(() -> shown.find("#curve-strip", Node.class).isVisible())).isFalse();
        }
    }
}
