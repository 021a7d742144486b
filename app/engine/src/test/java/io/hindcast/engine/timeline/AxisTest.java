package io.hindcast.engine.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.engine.index.HeaderIndex;
import io.hindcast.event.Bookmark;
import io.hindcast.event.EventPage;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AxisTest {
    private static final ZoneId ZURICH = ZoneId.of("Europe/Zurich");
    private static final ZoneId UTC = ZoneId.of("UTC");

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void places_and_instants_lead_back_to_each_other(long seed) {
        var random = new Random(seed);
        TimeScale.OfTime scale = someScale(random);

        long width = Math.max(1, last(scale) - first(scale));
        for (int i = 0; i < 200; i++) {
            long place = first(scale) - width / 10 + (long) (random.nextDouble() * width * 1.2);
            assertThat(scale.placeAt(scale.microsAt(place))).as("seed %d", seed).isEqualTo(place);
            long micros = scale.microsAt(place);
            assertThat(scale.placeAt(micros - 1)).as("seed %d", seed).isLessThanOrEqualTo(place);
            if (scale.breaksWithin(place, place + 1).isEmpty()) {
                assertThat(scale.placeAt(micros - 1)).as("seed %d", seed).isEqualTo(place - 1);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_break_is_exact_at_both_ends_and_shorter_than_what_it_folds(long seed) {
        TimeScale.OfTime scale = someScale(new Random(seed));

        for (Break each : scale.breaks()) {
            assertThat(scale.placeAt(each.from())).isEqualTo(each.at());
            assertThat(scale.placeAt(each.from() - 1)).isEqualTo(each.at() - 1);
            assertThat(scale.placeAt(each.to() - 1)).isLessThan(each.end());
            assertThat(scale.placeAt(each.to())).isEqualTo(each.end());
            assertThat(scale.microsAt(each.at())).isEqualTo(each.from());
            assertThat(scale.microsAt(each.end())).isEqualTo(each.to());
            assertThat(each.width()).isLessThan(each.length());
            assertThat(scale.breaksWithin(each.at(), each.at() + 1)).containsExactly(each);
            assertThat(scale.breaksWithin(each.end() - 1, each.end())).containsExactly(each);
            assertThat(scale.breaksWithin(each.end(), each.end() + 1)).isEmpty();
        }
        assertThat(scale.breaksWithin(Long.MIN_VALUE, Long.MAX_VALUE)).isEqualTo(scale.breaks());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void later_is_never_to_the_left_and_no_event_lies_in_a_break(long seed) {
        HeaderIndex index = Histories.index(seed, 3_000);
        for (Axis axis : List.of(Axis.IDLE, Axis.DAYS, Axis.HOURS)) {
            var scale = (TimeScale.OfTime) axis.fit(index, ZURICH).scale();
            long[] places = new long[index.size()];
            scale.placesOf(index, 0, index.size(), places);
            long[][] byTime = new long[index.size()][];
            for (int event = 0; event < index.size(); event++) {
                assertThat(places[event]).as("seed %d", seed).isEqualTo(scale.placeOf(index, event));
                assertThat(scale.breaksWithin(places[event], places[event] + 1)).as("seed %d", seed).isEmpty();
                byTime[event] = new long[] {index.micros(event), places[event]};
            }
            Arrays.sort(byTime, (one, other) -> Long.compare(one[0], other[0]));
            for (int i = 1; i < byTime.length; i++) {
                assertThat(byTime[i][1]).as("seed %d", seed).isGreaterThanOrEqualTo(byTime[i - 1][1]);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void every_long_gap_is_folded_and_no_short_one(long seed) {
        HeaderIndex index = Histories.index(seed, 3_000);
        long[] times = times(index);
        long span = times[times.length - 1] - times[0];

        var scale = (TimeScale.OfTime) Axis.IDLE.fit(index, UTC).scale();

        long folded = 0;
        for (int i = 1; i < times.length; i++) {
            long gap = times[i] - times[i - 1];
            boolean broken = !scale.breaksWithin(scale.placeAt(times[i - 1]), scale.placeAt(times[i])).isEmpty();
            if (gap > span / 128) {
                assertThat(broken).as("seed %d, gap %d", seed, gap).isTrue();
            } else if (gap < span / 256) {
                assertThat(broken).as("seed %d, gap %d", seed, gap).isFalse();
            }
            folded += broken ? 1 : 0;
        }
        assertThat(scale.breaks()).hasSize((int) folded);
        assertThat(scale.breaks()).extracting(Break::width).containsOnly(scale.breaks().getFirst().width());
    }

    @Test
    void a_window_of_a_folded_axis_costs_by_buckets_and_not_by_events_or_breaks() {
        HeaderIndex index = Histories.index(11, 200_000);
        for (Axis axis : List.of(Axis.IDLE, Axis.DAYS, Axis.HOURS)) {
            TimelinePyramid pyramid = Histories.pyramid(index, LaneGrouping.CATEGORY, 5, axis.fit(index, UTC).scale());
            Extent extent = pyramid.extent();
            int level = TileWindow.levelFor((extent.to() - extent.from()) / 300.0);
            TileWindow window = TileWindow.covering(level, extent.from(), extent.to(), 4);

            Tiles tiles = pyramid.tiles(window, 0, pyramid.lanes().size());

            long most = (long) window.length() * pyramid.lanes().size() * TypeSlots.COUNT;
            assertThat(tiles.eventsLookedAt()).isZero();
            assertThat(tiles.bucketsLookedAt()).isPositive().isLessThanOrEqualTo(most);
        }
    }

    @Test
    void events_without_a_time_have_no_place() {
        HeaderIndex index = at("2026-01-05T10:00:00Z", "2026-01-20T10:00:00Z", "2026-01-20T11:00:00Z");
        var page = new EventPage.Builder(false, 1);
        page.stream("a", "a").type("T").endRow();
        index.append(page.build(new Bookmark("")));

        TimeScale scale = Axis.IDLE.fit(index, UTC).scale();
        int last = index.size() - 1;
        long[] places = new long[index.size()];
        scale.placesOf(index, 0, index.size(), places);

        assertThat(scale.placeOf(index, last)).isEqualTo(TimeScale.NOWHERE);
        assertThat(places[last]).isEqualTo(TimeScale.NOWHERE);
    }

    @Test
    void a_weekend_without_an_event_is_one_break_of_an_hour() {
        HeaderIndex index = at("2026-01-09T10:00:00+01:00", "2026-01-12T09:00:00+01:00");

        var scale = (TimeScale.OfTime) Axis.DAYS.fit(index, ZURICH).scale();

        assertThat(scale.breaks()).singleElement().satisfies(it -> {
            assertThat(it.from()).isEqualTo(micros("2026-01-10T00:00:00+01:00"));
            assertThat(it.to()).isEqualTo(micros("2026-01-12T00:00:00+01:00"));
            assertThat(it.width()).isEqualTo(Duration.ofHours(1).toNanos() / 1_000);
        });
    }

    @Test
    void a_saturday_with_an_event_stays_open_and_its_sunday_is_folded() {
        HeaderIndex index = at("2026-01-09T10:00:00Z", "2026-01-10T15:00:00Z", "2026-01-12T09:00:00Z");

        var scale = (TimeScale.OfTime) Axis.DAYS.fit(index, UTC).scale();

        assertThat(scale.breaks()).singleElement().satisfies(it -> {
            assertThat(it.from()).isEqualTo(micros("2026-01-11T00:00:00Z"));
            assertThat(it.to()).isEqualTo(micros("2026-01-12T00:00:00Z"));
        });
    }

    @Test
    void a_friday_evening_runs_into_the_weekend_and_monday_morning() {
        HeaderIndex index = at("2026-01-09T10:00:00Z", "2026-01-12T09:00:00Z");

        var scale = (TimeScale.OfTime) Axis.HOURS.fit(index, UTC).scale();

        assertThat(scale.breaks()).singleElement().satisfies(it -> {
            assertThat(it.from()).isEqualTo(micros("2026-01-09T20:00:00Z"));
            assertThat(it.to()).isEqualTo(micros("2026-01-12T06:00:00Z"));
        });
    }

    @Test
    void the_side_of_a_night_that_has_an_event_stays_open() {
        HeaderIndex index = at("2026-01-06T10:00:00Z", "2026-01-07T03:30:00Z", "2026-01-07T10:00:00Z");

        var scale = (TimeScale.OfTime) Axis.HOURS.fit(index, UTC).scale();

        assertThat(scale.breaks()).singleElement().satisfies(it -> {
            assertThat(it.from()).isEqualTo(micros("2026-01-06T20:00:00Z"));
            assertThat(it.to()).isEqualTo(micros("2026-01-07T00:00:00Z"));
        });
    }

    @Test
    void the_zone_says_when_a_weekend_is() {
        HeaderIndex index = at("2026-01-09T10:00:00Z", "2026-01-12T09:00:00Z");

        var there = (TimeScale.OfTime) Axis.DAYS.fit(index, ZoneId.of("Asia/Tokyo")).scale();

        assertThat(there.breaks().getFirst().from()).isEqualTo(micros("2026-01-10T00:00:00+09:00"));
        assertThat(there.breaks().getFirst().to()).isEqualTo(micros("2026-01-12T00:00:00+09:00"));
    }

    @Test
    void a_weekend_in_which_the_clocks_change_is_an_hour_shorter_or_longer() {
        HeaderIndex spring = at("2026-03-27T10:00:00Z", "2026-03-30T10:00:00Z");
        HeaderIndex autumn = at("2026-10-23T10:00:00Z", "2026-10-26T10:00:00Z");

        var shorter = (TimeScale.OfTime) Axis.DAYS.fit(spring, ZURICH).scale();
        var longer = (TimeScale.OfTime) Axis.DAYS.fit(autumn, ZURICH).scale();

        assertThat(hours(shorter.breaks().getFirst())).isEqualTo(47);
        assertThat(hours(longer.breaks().getFirst())).isEqualTo(49);
    }

    @Test
    void outliers_are_left_where_they_are_and_fold_nothing() {
        HeaderIndex index = new HeaderIndex();
        for (int i = 0; i < 300; i++) {
            Histories.appendAt(index, Instant.parse("2026-01-05T10:00:00Z").plusSeconds(i * 600L));
        }
        Histories.appendAt(index, Instant.parse("0001-01-01T00:00:00Z"));
        Histories.appendAt(index, Instant.parse("9999-01-01T00:00:00Z"));

        for (Axis axis : List.of(Axis.IDLE, Axis.DAYS, Axis.HOURS)) {
            var scale = (TimeScale.OfTime) axis.fit(index, UTC).scale();
            Extent extent = Histories.pyramid(index, LaneGrouping.CATEGORY, 5, scale).extent();
            assertThat(scale.breaks()).hasSizeLessThan(5);
            assertThat(extent.before()).isEqualTo(1);
            assertThat(extent.after()).isEqualTo(1);
        }
    }

    @Test
    void nothing_is_folded_where_there_is_nothing_or_only_one_event() {
        for (Axis axis : List.of(Axis.IDLE, Axis.DAYS, Axis.HOURS)) {
            assertThat(axis.fit(new HeaderIndex(), UTC).scale()).isEqualTo(TimeScale.TIME);
            assertThat(axis.fit(at("2026-01-10T10:00:00Z"), UTC).scale()).isEqualTo(TimeScale.TIME);
        }
    }

    @Test
    void a_scale_holds_until_an_event_lies_in_a_break_or_far_behind_the_last() {
        HeaderIndex index = at("2026-01-05T10:00:00Z", "2026-01-12T09:00:00Z");
        FittedScale business = Axis.DAYS.fit(index, UTC);
        FittedScale idle = Axis.IDLE.fit(index, UTC);

        Histories.appendAt(index, Instant.parse("2026-01-12T10:00:00Z"));
        assertThat(business.holds(index)).isTrue();
        assertThat(idle.holds(index)).isTrue();
        Histories.appendAt(index, Instant.parse("2026-01-10T12:00:00Z"));
        assertThat(business.holds(index)).isFalse();
        assertThat(idle.holds(index)).isFalse();

        HeaderIndex next = at("2026-01-05T10:00:00Z", "2026-01-12T09:00:00Z");
        Histories.appendAt(next, Instant.parse("2026-01-19T10:00:00Z"));
        assertThat(business.holds(next)).isFalse();
        assertThat(idle.holds(next)).isFalse();
    }

    @Test
    void a_scale_that_folds_nothing_new_is_equal_so_that_nothing_is_counted_anew() {
        HeaderIndex index = at("2026-01-05T10:00:00Z", "2026-01-12T09:00:00Z");
        TimeScale before = Axis.DAYS.fit(index, UTC).scale();

        Histories.appendAt(index, Instant.parse("2026-01-14T10:00:00Z"));

        assertThat(Axis.DAYS.fit(index, UTC).scale()).isEqualTo(before).hasSameHashCodeAs(before);
    }

    private static TimeScale.OfTime someScale(Random random) {
        HeaderIndex index = Histories.index(random.nextLong(), 500);
        Axis axis = List.of(Axis.IDLE, Axis.DAYS, Axis.HOURS).get(random.nextInt(3));
        return (TimeScale.OfTime) axis.fit(index, ZURICH).scale();
    }

    private static long first(TimeScale.OfTime scale) {
        return scale.breaks().isEmpty() ? 0 : scale.breaks().getFirst().at();
    }

    private static long last(TimeScale.OfTime scale) {
        return scale.breaks().isEmpty() ? 1_000_000 : scale.breaks().getLast().end();
    }

    private static long[] times(HeaderIndex index) {
        long[] times = new long[index.size()];
        index.micros(0, index.size(), times);
        return Arrays.stream(times).filter(it -> it != HeaderIndex.NO_TIME).sorted().toArray();
    }

    /// Five events at each time: the first and the last of two alone would count as outliers.
    private static HeaderIndex at(String... times) {
        var index = new HeaderIndex();
        for (String time : times) {
            for (int i = 0; i < 5; i++) {
                Histories.appendAt(index, ZonedDateTime.parse(time).toInstant());
            }
        }
        return index;
    }

    private static long micros(String time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, ZonedDateTime.parse(time).toInstant());
    }

    private static long hours(Break fold) {
        return Duration.of(fold.length(), ChronoUnit.MICROS).toHours();
    }
}
