package io.hindcast.desktop.shell;

import static io.hindcast.desktop.shell.Shown.on;
import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.desktop.fake.Bank;
import io.hindcast.desktop.focus.Destination;
import io.hindcast.desktop.theme.Theme;
import io.hindcast.engine.replay.StreamHistory;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The two clocks in the whole window, in both themes and two sizes.
class ClocksPicturesTest {
    private static final LocalDate DAY = LocalDate.parse("2025-05-31");

    @ParameterizedTest
    @CsvSource({"LIGHT,1400,900", "DARK,1400,900", "LIGHT,1000,700", "DARK,1000,700"})
    void both_clocks_are_asked_and_the_map_shows_what_leaves_the_diagonal(Theme theme, int width, int height)
            throws Exception {
        Locale.setDefault(Locale.ENGLISH);
        String name = "clocks-" + theme.name().toLowerCase(Locale.ROOT) + "-" + width;
        try (Shown shown = Shown.onBank(theme, width, height)) {
            on(() -> {
                shown.focus.goTo(Bank.ACCOUNT, new Destination.AtIndex(100));
                shown.window.workbench().showClocks();
                return true;
            });
            shown.settle();
            StreamHistory history = shown.focus.look().history().orElseThrow();
            long off = IntStream.range(0, history.size()).filter(it -> isOff(history, it)).count();
            assertThat(shown.find("#clocks-late", TableView.class).getItems()).hasSize((int) off);
            assertThat(sentence(shown)).startsWith("Everything that was known on v103 · 2025-07-07");

            on(() -> {
                shown.focus.effectiveProperty().set(Optional.of(DAY));
                return true;
            });
            shown.settle();
            long holding = IntStream.rangeClosed(0, 100)
                    .filter(it -> !history.effectiveDay(it, ZoneOffset.UTC).orElseThrow().isAfter(DAY))
                    .count();
            assertThat(sentence(shown))
                    .startsWith("What was believed on v103 · 2025-07-07 21:25:21.120 UTC about 2025-05-31: " + holding
                            + " of the 101 events known then");
            assertThat(on(() -> shown.find("#state-belief", Label.class).getText())).contains("2025-05-31");
            shown.picture(name);

            drag(shown, 0.35, 0.35, 0.8, 0.9);
            shown.settle().picture(name + "-brush");
            assertThat(shown.find("#clocks-chosen", Label.class).getText()).contains(" recorded ", ", holding ");
            assertThat(shown.find("#clocks-late", TableView.class).getItems().size()).isLessThan((int) off);

            on(() -> {
                shown.find("#clocks-late", TableView.class).getSelectionModel().select(0);
                shown.find("#clocks-late", TableView.class).requestFocus();
                return true;
            });
            shown.type(KeyCode.ENTER);
            assertThat(isOff(history, shown.focus.look().index())).isTrue();
        }
    }

    private static boolean isOff(StreamHistory history, int index) {
        LocalDate recorded = history.event(index).recordedAt().orElseThrow().atZone(ZoneOffset.UTC).toLocalDate();
        return !history.effectiveDay(index, ZoneOffset.UTC).orElseThrow().equals(recorded);
    }

    private static String sentence(Shown shown) throws Exception {
        return on(() -> shown.find("#clocks-sentence", Label.class).getText());
    }

    private static void drag(Shown shown, double x0, double y0, double x1, double y1) throws Exception {
        Bounds map = on(() -> {
            Node node = shown.find("#clock-map", Node.class);
            return node.localToScreen(node.getLayoutBounds());
        });
        shown.robot
                .moveTo(map.getMinX() + map.getWidth() * x0, map.getMinY() + map.getHeight() * y0)
                .press(MouseButton.PRIMARY)
                .moveTo(map.getMinX() + map.getWidth() * x1, map.getMinY() + map.getHeight() * y1)
                .release(MouseButton.PRIMARY);
    }

    @Test
    void a_step_names_no_day_of_the_map_anew() throws Exception {
        try (Shown shown = Shown.onBank(Theme.LIGHT, 1440, 900)) {
            shown.does(shown.window.workbench()::showClocks);
            Set<Node> before = Shown.on(() -> Set.copyOf(shown.window.scene().getRoot().lookupAll(".clock-tick")));

            shown.does(() -> shown.focus.step(50));

            assertThat(before).isNotEmpty();
            assertThat(Shown.on(() -> Set.copyOf(shown.window.scene().getRoot().lookupAll(".clock-tick")))).isEqualTo(before);
        }
    }
}
