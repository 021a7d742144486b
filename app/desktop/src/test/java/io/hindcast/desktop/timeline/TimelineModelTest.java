package io.hindcast.desktop.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hindcast.engine.index.HeaderIndex;
import io.hindcast.engine.timeline.Axis;
import io.hindcast.engine.timeline.Break;
import io.hindcast.engine.timeline.LaneGrouping;
import io.hindcast.engine.timeline.TimeScale;
import io.hindcast.event.Bookmark;
import io.hindcast.event.EventPage;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class TimelineModelTest {
    private static final HeaderIndex BANK = Histories.bank(7, 20_000);
    private static final HeaderIndex OFFICE = Histories.office(5, 10_000);
    private final Heard heard = new Heard();

    @Test
    void the_first_picture_shows_the_whole_history() {
        TimelineModel model = model(BANK);

        assertThat(model.viewport().shows(model.extent().from())).isTrue();
        assertThat(model.viewport().shows(model.extent().to())).isTrue();
        assertThat(model.isFitted()).isTrue();
    }

    @Test
    void zooming_keeps_the_place_under_the_pointer() {
        TimelineModel model = model(BANK);
        double place = model.viewport().placeAt(317, 800);

        for (int i = 0; i < 30; i++) {
            model.zoom(1.3, place);
            assertThat(model.viewport().xOf(place, 800)).isCloseTo(317, within(0.5));
        }
    }

    @Test
    void zoom_ends_at_a_millisecond_and_at_ten_times_the_history() {
        TimelineModel model = model(BANK);

        model.zoom(1e30, model.viewport().from());
        assertThat(model.viewport().span()).isEqualTo(1_000);
        model.zoom(1e-30, model.viewport().from());
        assertThat(model.viewport().span()).isLessThan(20.0 * (model.extent().to() - model.extent().from()));
    }

    @Test
    void panning_moves_by_a_part_of_the_window_and_keeps_the_span() {
        TimelineModel model = model(BANK);
        Viewport before = model.viewport();

        model.pan(0.25);

        assertThat(model.viewport().from()).isCloseTo(before.from() + before.span() / 4, within(1.0));
        assertThat(model.viewport().span()).isEqualTo(before.span());
    }

    @Test
    void scrubbing_tells_the_instant_on_the_time_scale_and_the_event_on_the_index_scale() {
        TimelineModel model = model(BANK);
        Instant at = Instant.parse("2025-06-01T12:00:00Z");

        model.scrub(Places.micros(at));
        model.setAxis(Axis.INDEX);
        model.scrub(123.4);

        assertThat(heard.words).containsExactly("scrub " + at, "scrub 123");
        assertThat(model.playhead()).hasValue(123);
    }

    @Test
    void picking_an_event_focuses_its_stream_and_tells_it() {
        TimelineModel model = model(BANK);

        model.pick(4_711);

        assertThat(heard.words).containsExactly("pick 4711");
        assertThat(model.focusedStream()).hasValue(BANK.stream(4_711));
        assertThat(model.playhead()).hasValue(BANK.micros(4_711));
    }

    @Test
    void a_growing_store_is_followed_until_somebody_moves_the_window() {
        var index = new HeaderIndex();
        append(index, "2026-01-01T00:00:00Z", 5);
        TimelineModel model = model(index);
        append(index, "2026-01-02T00:00:00Z", 5);
        model.refresh();
        assertThat(model.viewport().shows(Places.micros(Instant.parse("2026-01-02T00:00:00Z"))))
                .isTrue();

        model.zoomIn();
        Viewport chosen = model.viewport();
        append(index, "2026-03-01T00:00:00Z", 5);
        model.refresh();

        assertThat(model.viewport()).isEqualTo(chosen);
        assertThat(Objects.requireNonNull(model.data()).pyramid().taken()).isEqualTo(15);
    }

    @Test
    void the_window_follows_a_focus_that_leaves_it_and_stays_while_it_does_not() {
        TimelineModel model = model(BANK);
        model.zoom(50, model.viewport().from());
        Viewport before = model.viewport();

        model.setFocus(BANK.stream(20), 20);
        assertThat(model.viewport()).isEqualTo(before);
        model.setFocus(BANK.stream(15_000), 15_000);

        assertThat(model.viewport().shows(BANK.micros(15_000))).isTrue();
        assertThat(model.viewport().span()).isEqualTo(before.span());
    }

    @Test
    void many_wishes_while_one_is_prepared_become_one_more() {
        Queue<Runnable> background = new ArrayDeque<>();
        var model = new TimelineModel(() -> BANK, background::add, Runnable::run);
        for (int i = 0; i < 50; i++) {
            model.refresh();
        }

        assertThat(background).hasSize(1);
        background.remove().run();
        assertThat(background).hasSize(1);
        background.remove().run();
        assertThat(background).isEmpty();
    }

    @Test
    void lanes_can_stand_for_categories_streams_or_types() {
        TimelineModel model = model(BANK);
        assertThat(Objects.requireNonNull(model.data()).laneCount()).isEqualTo(12);

        model.setGrouping(LaneGrouping.TYPE);
        assertThat(Objects.requireNonNull(model.data()).laneCount()).isEqualTo(10);

        model.setGrouping(LaneGrouping.STREAM);
        assertThat(Objects.requireNonNull(model.data()).laneCount()).isEqualTo(TimelineModel.LANES + 1);
    }

    @Test
    void the_first_wish_for_the_focus_centres_it_and_the_second_shows_its_stream() {
        TimelineModel model = model(BANK);
        int stream = BANK.streamNamed("loan-0002").orElseThrow();
        int[] events = BANK.eventsOf(stream);
        model.setFocus(stream, events[3]);
        model.show(Instant.parse("2025-05-01T00:00:00Z"), Instant.parse("2025-05-02T00:00:00Z"));

        model.fitFocus();
        assertThat(model.viewport().from() + model.viewport().span() / 2)
                .isCloseTo(BANK.micros(events[3]), within(1.0));
        model.fitFocus();
        assertThat(model.viewport().shows(Objects.requireNonNull(model.data()).focus().orElseThrow().pyramid().extent().from()))
                .isTrue();
    }

    @Test
    void outliers_are_one_jump_away() {
        var index = new HeaderIndex();
        append(index, "2026-01-01T00:00:00Z", 500);
        append(index, "0001-01-01T00:00:00Z", 1);
        append(index, "9999-01-01T00:00:00Z", 1);
        TimelineModel model = model(index);
        assertThat(model.viewport().span()).isLessThan(86_400e6);

        model.jumpBefore();
        assertThat(model.viewport().shows(index.micros(500))).isTrue();
        model.jumpAfter();
        assertThat(model.viewport().shows(index.micros(501))).isTrue();
        model.fit();
        assertThat(model.viewport().shows(index.micros(0))).isTrue();
    }

    @Test
    void another_axis_shows_the_same_time() {
        TimelineModel model = model(OFFICE);
        Instant from = Instant.parse("2025-03-03T08:00:00Z");
        Instant to = Instant.parse("2025-03-21T12:00:00Z");
        model.show(from, to);

        for (Axis axis : List.of(Axis.IDLE, Axis.DAYS, Axis.HOURS, Axis.TIME)) {
            model.setAxis(axis);
            var scale = (TimeScale.OfTime) model.scale();
            assertThat(Places.instant(scale.microsAt(Math.round(model.viewport().from())))).isEqualTo(from);
            assertThat(Places.instant(scale.microsAt(Math.round(model.viewport().to())))).isEqualTo(to);
        }
    }

    @Test
    void a_fitted_window_shows_everything_on_every_axis() {
        TimelineModel model = model(OFFICE);

        for (Axis axis : Axis.values()) {
            model.setAxis(axis);
            assertThat(model.isFitted()).isTrue();
            assertThat(model.viewport().shows(model.extent().from())).isTrue();
            assertThat(model.viewport().shows(model.extent().to())).isTrue();
        }
    }

    @Test
    void the_playhead_stands_at_its_instant_on_every_axis_of_time() {
        TimelineModel model = model(OFFICE);
        Instant monday = Instant.parse("2025-03-17T09:30:00Z");
        for (Axis axis : List.of(Axis.IDLE, Axis.DAYS, Axis.HOURS)) {
            model.setAxis(axis);
            var scale = (TimeScale.OfTime) model.scale();

            model.scrub((double) scale.placeAt(Places.micros(monday)));

            assertThat(heard.words).endsWith("scrub " + monday);
            assertThat(model.playhead()).hasValue((double) scale.placeAt(Places.micros(monday)));
        }
    }

    @Test
    void another_zone_folds_other_days_and_shows_the_same_time() {
        TimelineModel model = model(OFFICE);
        model.setAxis(Axis.DAYS);
        var before = (TimeScale.OfTime) model.scale();
        Instant from = Instant.parse("2025-03-03T08:00:00Z");
        model.show(from, from.plusSeconds(864_000));

        model.setZone(ZoneId.of("Asia/Tokyo"));

        var after = (TimeScale.OfTime) model.scale();
        assertThat(after).isNotEqualTo(before);
        assertThat(Places.instant(after.microsAt(Math.round(model.viewport().from())))).isEqualTo(from);
    }

    @Test
    void an_event_that_arrives_in_a_weekend_opens_it() {
        var index = new HeaderIndex();
        append(index, "2026-01-09T10:00:00Z", 20);
        append(index, "2026-01-12T10:00:00Z", 20);
        TimelineModel model = model(index);
        model.setAxis(Axis.DAYS);
        assertThat(((TimeScale.OfTime) model.scale()).breaks()).hasSize(1);

        append(index, "2026-01-13T10:00:00Z", 1);
        model.refresh();
        assertThat(((TimeScale.OfTime) model.scale()).breaks()).hasSize(1);
        append(index, "2026-01-10T10:00:00Z", 1);
        append(index, "2026-01-11T10:00:00Z", 1);
        model.refresh();

        assertThat(((TimeScale.OfTime) model.scale()).breaks()).isEmpty();
        assertThat(Objects.requireNonNull(model.data()).pyramid().taken()).isEqualTo(43);
    }

    @Test
    void of_very_many_events_a_late_one_opens_its_weekend_when_reading_rests() {
        HeaderIndex index = Histories.office(5, 1_010_000);
        TimelineModel model = model(index);
        model.setAxis(Axis.DAYS);
        List<Break> before = ((TimeScale.OfTime) model.scale()).breaks();

        append(index, "2025-03-08T10:00:00Z", 1);
        model.refresh();
        assertThat(((TimeScale.OfTime) model.scale()).breaks()).isEqualTo(before);
        assertThat(Objects.requireNonNull(model.data()).pyramid().taken()).isEqualTo(index.size());
        model.refresh();

        assertThat(((TimeScale.OfTime) model.scale()).breaks())
                .hasSameSizeAs(before)
                .isNotEqualTo(before)
                .noneMatch(it -> it.from() <= index.micros(index.size() - 1) && it.to() > index.micros(index.size() - 1));
    }

    @Test
    void a_click_in_a_break_is_an_instant_in_it() {
        TimelineModel model = model(OFFICE);
        model.setAxis(Axis.DAYS);
        Break weekend = ((TimeScale.OfTime) model.scale()).breaks().getFirst();
        double middle = (double) (weekend.at() + weekend.width() / 2);

        model.scrub(middle);

        assertThat(model.playhead()).hasValue(middle);
        assertThat(heard.words).containsExactly("scrub " + Places.instant((weekend.from() + weekend.to()) / 2));
    }

    @Test
    void following_a_store_opens_no_new_weekend_where_nothing_was_recorded() {
        var index = new HeaderIndex();
        append(index, "2026-01-09T10:00:00Z", 20);
        append(index, "2026-01-12T10:00:00Z", 20);
        TimelineModel model = model(index);
        model.setAxis(Axis.DAYS);

        append(index, "2026-01-19T10:00:00Z", 5);
        model.refresh();

        assertThat(((TimeScale.OfTime) model.scale()).breaks()).hasSize(2);
    }

    @Test
    void the_last_picture_stays_while_another_axis_is_prepared() {
        Queue<Runnable> background = new ArrayDeque<>();
        var model = new TimelineModel(() -> OFFICE, background::add, Runnable::run);
        model.refresh();
        background.remove().run();

        model.setAxis(Axis.HOURS);
        assertThat(model.scale()).isEqualTo(TimeScale.TIME);
        model.setAxis(Axis.INDEX);
        background.remove().run();
        assertThat(model.scale()).isEqualTo(TimeScale.TIME);
        background.remove().run();

        assertThat(model.scale()).isEqualTo(TimeScale.INDEX);
    }

    private TimelineModel model(HeaderIndex index) {
        var model = new TimelineModel(() -> index, Runnable::run, Runnable::run);
        model.setListener(heard);
        model.refresh();
        return model;
    }

    private static void append(HeaderIndex index, String from, int events) {
        var page = new EventPage.Builder(false, events);
        for (int i = 0; i < events; i++) {
            page.stream("s-" + i % 3, "s").type("T").version(i).recordedAt(Instant.parse(from).plusSeconds(i));
            page.endRow();
        }
        index.append(page.build(new Bookmark("")));
    }

    private static final class Heard implements TimelineListener {
        private final List<String> words = new ArrayList<>();

        @Override
        public void picked(int event) {
            words.add("pick " + event);
        }

        @Override
        public void scrubbedTo(Instant instant) {
            words.add("scrub " + instant);
        }

        @Override
        public void scrubbedTo(int event) {
            words.add("scrub " + event);
        }
    }
}
