package io.hindcast.desktop.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hindcast.desktop.fake.Screen;
import io.hindcast.engine.index.HeaderIndex;
import io.hindcast.engine.timeline.Axis;
import io.hindcast.engine.timeline.Break;
import io.hindcast.engine.timeline.Mark;
import io.hindcast.engine.timeline.MarkKind;
import io.hindcast.engine.timeline.TimeScale;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;

class TimelineViewTest {
    private static final HeaderIndex SMALL = Histories.bank(3, 10_000);
    private static final HeaderIndex LARGE = Histories.bank(3, 200_000);

    /// A view of 960 by 500 in a scene, with what its listener heard.
    private static final class House implements TimelineListener {
        private final TimelineModel model;
        private final TimelineView view;
        private final List<String> heard = new ArrayList<>();

        House(HeaderIndex index) {
            Screen.theme("/atlantafx/base/theme/primer-light.css");
            model = new TimelineModel(() -> index, Runnable::run, Runnable::run);
            model.setListener(this);
            model.refresh();
            view = new TimelineView(model);
            new Scene(new StackPane(view), 960, 500);
            pulse();
        }

        void pulse() {
            view.getScene().getRoot().applyCss();
            view.getScene().getRoot().layout();
        }

        int[] pixels() {
            pulse();
            return view.raster().pixels().clone();
        }

        @Override
        public void picked(int event) {
            heard.add("pick " + event);
        }

        @Override
        public void scrubbedTo(Instant instant) {
            heard.add("scrub " + instant);
        }

        @Override
        public void scrubbedTo(int event) {
            heard.add("scrub " + event);
        }
    }

    @Test
    void a_folded_axis_is_painted_by_pixels_and_not_by_events_or_breaks() throws Exception {
        Screen.on(() -> {
            var few = new House(Histories.office(3, 30_000));
            var many = new House(Histories.office(3, 300_000));
            for (Axis axis : List.of(Axis.IDLE, Axis.DAYS, Axis.HOURS)) {
                few.model.setAxis(axis);
                many.model.setAxis(axis);
                few.pixels();
                many.pixels();
                assertThat((double) many.view.raster().painted()).isLessThan(2.0 * few.view.raster().painted());
            }
            return true;
        });
    }

    @Test
    void a_break_says_how_long_it_is() throws Exception {
        Screen.on(() -> {
            var house = new House(Histories.office(3, 3_000));
            house.model.setAxis(Axis.DAYS);
            house.model.show(Instant.parse("2025-03-03T00:00:00Z"), Instant.parse("2025-03-15T00:00:00Z"));
            house.pulse();
            var scale = (TimeScale.OfTime) house.model.scale();
            Viewport shown = house.model.viewport();
            Break weekend = scale.breaksWithin((long) shown.from(), (long) shown.to()).getFirst();
            double x = shown.xOf(weekend.at() + weekend.width() / 2, house.view.timelineLayout().plotWidth());

            new TimelineGestures(house.view, house.model).hoverAt(x, 100);
            house.pulse();

            List<String> said = house.view.lookupAll(".timeline-bubble .label").stream()
                    .filter(Label.class::isInstance)
                    .map(it -> ((Label) it).getText())
                    .toList();
            assertThat(said.getFirst()).isEqualTo("2 d folded");
            assertThat(said.get(1)).contains("8 Mar 2025", "10 Mar 2025");
            assertThat(house.view.getAccessibleText()).contains("2 d folded");
            return true;
        });
    }

    @Test
    void what_is_painted_is_bounded_by_pixels_and_not_by_events() throws Exception {
        Screen.on(() -> {
            var small = new House(SMALL);
            var large = new House(LARGE);
            double buckets = small.view.timelineLayout().plotWidth() / 3 + 20;

            for (House house : List.of(small, large)) {
                assertThat((double) house.view.raster().painted()).isLessThan(buckets * 12 * 8);
            }
            assertThat(large.view.getChildrenUnmodifiable()).hasSize(small.view.getChildrenUnmodifiable().size());
            return null;
        });
    }

    @Test
    void the_wheel_zooms_about_the_pointer() throws Exception {
        Screen.on(() -> {
            var house = new House(SMALL);
            double width = house.view.timelineLayout().plotWidth();
            double place = house.model.viewport().placeAt(500, width);

            scroll(house.view.plot(), 500, 60, 0, 120, false);

            assertThat(house.model.viewport().xOf(place, width)).isCloseTo(500, within(0.5));
            assertThat(house.model.viewport().span()).isLessThan(house.model.extent().to() - house.model.extent().from());
            return null;
        });
    }

    @Test
    void the_wheel_with_shift_moves_the_window() throws Exception {
        Screen.on(() -> {
            var house = new House(SMALL);
            Viewport before = house.model.viewport();

            scroll(house.view.plot(), 500, 60, 0, -80, true);

            assertThat(house.model.viewport().span()).isEqualTo(before.span());
            assertThat(house.model.viewport().from()).isGreaterThan(before.from());
            return null;
        });
    }

    @Test
    void dragging_the_plot_takes_the_history_along() throws Exception {
        Screen.on(() -> {
            var house = new House(SMALL);
            house.model.zoom(8, house.model.viewport().from() + house.model.viewport().span() / 2);
            house.pulse();
            double width = house.view.timelineLayout().plotWidth();
            double place = house.model.viewport().placeAt(300, width);

            mouse(house.view.plot(), MouseEvent.MOUSE_PRESSED, 300, 90, 1);
            mouse(house.view.plot(), MouseEvent.MOUSE_DRAGGED, 420, 90, 1);
            mouse(house.view.plot(), MouseEvent.MOUSE_RELEASED, 420, 90, 1);

            assertThat(house.model.viewport().xOf(place, width)).isCloseTo(420, within(0.5));
            assertThat(house.heard).isEmpty();
            return null;
        });
    }

    @Test
    void dragging_on_the_axis_zooms_to_the_range() throws Exception {
        Screen.on(() -> {
            var house = new House(SMALL);
            double width = house.view.timelineLayout().plotWidth();
            Viewport before = house.model.viewport();

            mouse(house.view.axis(), MouseEvent.MOUSE_PRESSED, 200, 10, 1);
            mouse(house.view.axis(), MouseEvent.MOUSE_DRAGGED, 300, 10, 1);
            mouse(house.view.axis(), MouseEvent.MOUSE_RELEASED, 300, 10, 1);

            assertThat(house.model.viewport().from()).isCloseTo(before.placeAt(200, width), within(1_000.0));
            assertThat(house.model.viewport().to()).isCloseTo(before.placeAt(300, width), within(1_000.0));
            return null;
        });
    }

    @Test
    void dragging_the_handle_of_the_playhead_scrubs() throws Exception {
        Screen.on(() -> {
            var house = new House(SMALL);
            house.model.setFocus(SMALL.stream(5_000), 5_000);
            house.pulse();
            double width = house.view.timelineLayout().plotWidth();

            mouse(house.view.head().handle(), MouseEvent.MOUSE_PRESSED, 5, 5, 1);
            Point2D inScene = house.view.head().localToScene(400, 20);
            Point2D inHandle = house.view.head().handle().sceneToLocal(inScene);
            mouse(house.view.head().handle(), MouseEvent.MOUSE_DRAGGED, inHandle.getX(), inHandle.getY(), 1);

            Instant expected = Places.instant(Math.round(house.model.viewport().placeAt(400, width)));
            assertThat(house.heard).containsExactly("scrub " + expected);
            return null;
        });
    }

    @Test
    void a_click_on_an_event_picks_it_and_a_click_beside_moves_the_playhead() throws Exception {
        Screen.on(() -> {
            var house = new House(SMALL);
            int event = 5_000;
            double micros = SMALL.micros(event);
            house.model.show(micros - 60e6, micros + 60e6);
            house.pulse();
            double width = house.view.timelineLayout().plotWidth();
            double x = house.model.viewport().xOf(micros, width);
            int lane = Objects.requireNonNull(house.model.data()).pyramid().lanes().laneOf(event);
            double y = house.view.timelineLayout().top(lane) + 5;

            click(house.view.plot(), x, y);
            house.pulse();

            assertThat(house.heard).containsExactly("pick " + event);
            assertThat(house.view.getAccessibleText()).contains(SMALL.typeNames().get(SMALL.type(event)));
            return null;
        });
    }

    @Test
    void a_click_into_a_crowd_moves_the_playhead_and_not_to_another_stream() throws Exception {
        Screen.on(() -> {
            var house = new House(LARGE);

            click(house.view.plot(), 300, 20);

            assertThat(house.heard).hasSize(1).allMatch(word -> word.startsWith("scrub "));
            assertThat(house.model.focusedStream()).isEmpty();
            return null;
        });
    }

    @Test
    void a_double_click_shows_everything() throws Exception {
        Screen.on(() -> {
            var house = new House(SMALL);
            Viewport all = house.model.viewport();
            house.model.zoomIn();

            mouse(house.view.plot(), MouseEvent.MOUSE_PRESSED, 300, 90, 2);
            mouse(house.view.plot(), MouseEvent.MOUSE_RELEASED, 300, 90, 2);

            assertThat(house.model.viewport()).isEqualTo(all);
            return null;
        });
    }

    @Test
    void the_keys_of_the_left_hand_move_and_zoom() throws Exception {
        Screen.on(() -> {
            var house = new House(SMALL);
            Viewport all = house.model.viewport();

            key(house.view, KeyCode.W);
            assertThat(house.model.viewport().span()).isLessThan(all.span());
            double from = house.model.viewport().from();
            key(house.view, KeyCode.D);
            assertThat(house.model.viewport().from()).isGreaterThan(from);
            key(house.view, KeyCode.A);
            key(house.view, KeyCode.S);
            assertThat(house.model.viewport().span()).isCloseTo(all.span(), within(1.0));
            return null;
        });
    }

    @Test
    void moving_the_playhead_repaints_no_lane() throws Exception {
        Screen.on(() -> {
            var house = new House(SMALL);
            house.model.setFocus(SMALL.stream(5_000), 5_000);
            int[] before = house.pixels();
            house.view.raster().forget();

            house.model.scrub(house.model.extent().from() + 1e12);
            int[] after = house.pixels();

            assertThat(house.view.raster().painted()).isZero();
            assertThat(after).isEqualTo(before);
            return null;
        });
    }

    @Test
    void a_mark_changes_only_the_pixels_around_it() throws Exception {
        Screen.on(() -> {
            var house = new House(SMALL);
            int[] before = house.pixels();
            int event = 5_000;

            house.model.setMarks(List.of(new Mark(MarkKind.PROBLEM, event)));
            int[] after = house.pixels();

            double x = house.model.viewport().xOf(SMALL.micros(event), house.view.timelineLayout().plotWidth());
            int width = house.view.raster().width();
            int changed = 0;
            for (int i = 0; i < after.length; i++) {
                if (after[i] != before[i]) {
                    changed++;
                    assertThat((double) (i % width)).isCloseTo(x, within(14.0));
                }
            }
            assertThat(changed).isPositive();
            return null;
        });
    }

    @Test
    void the_same_view_gives_the_same_pixels() throws Exception {
        int[] one = Screen.on(() -> new House(LARGE).pixels());
        int[] other = Screen.on(() -> new House(LARGE).pixels());

        assertThat(Arrays.equals(one, other)).isTrue();
    }

    @Test
    void pointing_says_when_what_and_how_many() throws Exception {
        Screen.on(() -> {
            var house = new House(SMALL);
            int event = 5_000;
            double micros = SMALL.micros(event);
            house.model.show(micros - 60e6, micros + 60e6);
            house.pulse();
            int lane = Objects.requireNonNull(house.model.data()).pyramid().lanes().laneOf(event);
            var spot = new Reading.Spot(Objects.requireNonNull(house.model.data()).pyramid(), lane, micros, 1e5);

            Reading reading = Reading.of(
                    spot, Objects.requireNonNull(house.model.data()), house.view.picture().window(), house.view.clock(), house.view.words());

            assertThat(reading.title()).endsWith("UTC");
            assertThat(reading.types().getFirst().text())
                    .isEqualTo(SMALL.typeNames().get(SMALL.type(event)));
            return null;
        });
    }

    @Test
    void a_view_of_nothing_says_so() throws Exception {
        Screen.on(() -> {
            var house = new House(new HeaderIndex());

            assertThat(house.model.extent().isEmpty()).isTrue();
            assertThat(house.view.lookup(".nothing").isVisible()).isTrue();
            return null;
        });
    }

    private static void click(Node node, double x, double y) {
        mouse(node, MouseEvent.MOUSE_PRESSED, x, y, 1);
        mouse(node, MouseEvent.MOUSE_RELEASED, x, y, 1);
    }

    private static void mouse(Node node, EventType<MouseEvent> type, double x, double y, int clicks) {
        Point2D scene = node.localToScene(x, y);
        var pick = new PickResult(node, scene.getX(), scene.getY());
        node.fireEvent(new MouseEvent(
                type, scene.getX(), scene.getY(), scene.getX(), scene.getY(), MouseButton.PRIMARY, clicks, false,
                false, false, false, true, false, false, true, false, false, pick));
    }

    private static void scroll(Node node, double x, double y, double deltaX, double deltaY, boolean shift) {
        Point2D scene = node.localToScene(x, y);
        var pick = new PickResult(node, scene.getX(), scene.getY());
        node.fireEvent(new ScrollEvent(
                ScrollEvent.SCROLL, scene.getX(), scene.getY(), scene.getX(), scene.getY(), shift, false, false,
                false, true, false, deltaX, deltaY, deltaX, deltaY, ScrollEvent.HorizontalTextScrollUnits.NONE, 0,
                ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0, pick));
    }

    private static void key(Node node, KeyCode code) {
        node.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    }
}
