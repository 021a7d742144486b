package io.hindcast.desktop.shell;

import static io.hindcast.desktop.shell.Shown.on;
import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.desktop.fake.Oddities;
import io.hindcast.desktop.focus.Notice;
import io.hindcast.desktop.theme.Theme;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The focused event stays in sight whatever becomes of the room for the table.
class SightTest {
    private static final int ROW = 28;

    private static Shown shownOn(int events) throws Exception {
        Locale.setDefault(Locale.ENGLISH);
        Shown shown = Shown.empty(Theme.LIGHT, 1440, 900).settle();
        return shown.does(() -> shown.focus.show(Oddities.large(events)));
    }

    private static void assertInSight(Shown shown, String when) throws Exception {
        int row = shown.focus.look().index();
        assertThat(on(() -> hidden(shown, row))).as("%s: how much of row %d is hidden", when, row).isLessThan(1);
    }

    /// Pixels of a row that lie outside of the part of the table that shows rows; all where it is not shown.
    private static double hidden(Shown shown, int row) {
        Node table = shown.window.scene().lookup("#events-table");
        Bounds rows = bounds(table.lookup(".clipped-container"));
        return table.lookupAll(".table-row-cell").stream()
                .filter(it -> it instanceof TableRow<?> line && line.getIndex() == row && line.isVisible())
                .findFirst()
                .map(SightTest::bounds)
                .map(it -> Math.max(0, rows.getMinY() - it.getMinY()) + Math.max(0, it.getMaxY() - rows.getMaxY()))
                .orElse(Double.MAX_VALUE);
    }

    private static Bounds bounds(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    @ParameterizedTest
    @ValueSource(ints = {12, 13, 14, 15, 16, 17, 18, 19, 20, 60, 500})
    void the_last_event_is_in_sight_when_the_store_is_opened_and_the_notice_stands_above(int events) throws Exception {
        try (Shown shown = shownOn(events)) {
            assertThat(shown.focus.look().index()).isEqualTo(events - 1);
            assertInSight(shown, "opened");

            shown.does(shown.focus::dismissNotice);
            assertInSight(shown, "without notice");

            shown.does(() -> shown.focus.tell(Notice.warning("a sentence that takes more than one line. ".repeat(12))));
            assertInSight(shown, "with a long notice");
        }
    }

    @Test
    void it_stays_in_sight_when_the_window_or_the_divider_moves() throws Exception {
        try (Shown shown = shownOn(60)) {
            for (int height : new int[] {640, 880, 720}) {
                shown.does(() -> shown.window.scene().getWindow().setHeight(height));
                assertInSight(shown, "window of " + height);
            }
            for (double place : new double[] {0.7, 0.2, 0.6}) {
                shown.does(() -> history(shown).orElseThrow().setDividerPositions(place));
                assertInSight(shown, "divider at " + place);
            }
        }
    }

    /// The end of a list may stop a scroll short by up to a row, which depends on how rows and room fit together.
    @Test
    void the_last_event_is_reached_at_any_height() throws Exception {
        try (Shown shown = shownOn(147)) {
            for (int height = 800; height <= 800 + ROW; height += 2) {
                int now = height;
                shown.does(() -> shown.window.scene().getWindow().setHeight(now));
                shown.does(() -> shown.focus.step(0));
                shown.does(() -> shown.focus.step(146));
                assertInSight(shown, "height of " + height);
            }
        }
    }

    @Test
    void the_row_that_was_chosen_last_is_the_one_that_stays() throws Exception {
        try (Shown shown = shownOn(500)) {
            shown.does(() -> shown.focus.step(3));
            shown.does(() -> shown.table("#events-table").getSelectionModel().clearAndSelect(5));
            assertThat(shown.focus.look().index()).isEqualTo(5);

            shown.does(() -> {
                shown.table("#events-table").scrollTo(300);
                shown.table("#events-table").getSelectionModel().clearAndSelect(305);
            });
            shown.does(shown.focus::dismissNotice);

            assertThat(shown.focus.look().index()).isEqualTo(305);
            assertInSight(shown, "chosen by hand");
        }
    }

    @Test
    void a_row_at_the_edge_stays_below_the_pointer_that_chose_it() throws Exception {
        try (Shown shown = shownOn(500)) {
            shown.does(() -> shown.table("#events-table").scrollTo(100));
            double before = on(() -> top(shown, 100));

            shown.does(() -> shown.table("#events-table").getSelectionModel().clearAndSelect(100));

            assertThat(shown.focus.look().index()).isEqualTo(100);
            assertThat(on(() -> top(shown, 100))).isEqualTo(before);
        }
    }

    private static double top(Shown shown, int row) {
        return shown.window.scene().lookup("#events-table").lookupAll(".table-row-cell").stream()
                .filter(it -> it instanceof TableRow<?> line && line.getIndex() == row && line.isVisible())
                .map(SightTest::bounds)
                .mapToDouble(Bounds::getMinY)
                .findFirst()
                .orElseThrow();
    }

    private static Optional<SplitPane> history(Shown shown) {
        return shown.window.scene().getRoot().lookupAll(".split-pane").stream()
                .map(SplitPane.class::cast)
                .filter(it -> it.getOrientation() == Orientation.VERTICAL && it.lookup("#events-table") != null)
                .findFirst();
    }
}
