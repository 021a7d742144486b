package io.hindcast.engine.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.engine.index.HeaderIndex;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TimelinePyramidTest {
    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void every_tile_at_every_level_counts_what_a_plain_count_counts(long seed) {
        HeaderIndex index = Histories.index(seed, 6_000);
        for (Axis axis : Axis.values()) {
            TimeScale scale = axis.fit(index, ZoneId.of("Europe/Zurich")).scale();
            for (LaneGrouping grouping : LaneGrouping.values()) {
                TimelinePyramid pyramid = Histories.pyramid(index, grouping, 9, scale);
                var random = new Random(seed);
                for (int question = 0; question < 12; question++) {
                    TileWindow window = someWindow(random, pyramid, index);
                    assertSame(pyramid, index, window);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_bucket_is_the_sum_of_the_two_below_it(long seed) {
        HeaderIndex index = Histories.index(seed, 6_000);
        TimelinePyramid pyramid = Histories.pyramid(index, LaneGrouping.CATEGORY, 20, TimeScale.TIME);
        Extent extent = pyramid.extent();

        for (int level = 30; level < 46; level++) {
            TileWindow parents = TileWindow.covering(level, extent.from(), extent.to() + 1, 1);
            var children = new TileWindow(level - 1, parents.first() * 2, parents.length() * 2);
            List<TimelineTile> coarse = tiles(pyramid, parents);
            List<TimelineTile> fine = tiles(pyramid, children);
            for (int lane = 0; lane < coarse.size(); lane++) {
                for (int bucket = 0; bucket < parents.length(); bucket++) {
                    for (int slot = 0; slot < TypeSlots.COUNT; slot++) {
                        assertThat(coarse.get(lane).count(bucket, slot))
                                .isEqualTo(fine.get(lane).count(2 * bucket, slot)
                                        + fine.get(lane).count(2 * bucket + 1, slot));
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void no_mark_vanishes_at_any_level(long seed) {
        HeaderIndex index = Histories.index(seed, 5_000);
        TimelinePyramid pyramid = Histories.pyramid(index, LaneGrouping.CATEGORY, 4, TimeScale.INDEX);
        var random = new Random(seed);
        var marks = new ArrayList<Mark>();
        for (int i = 0; i < 60; i++) {
            marks.add(new Mark(someKind(random), random.nextInt(5_000)));
        }
        pyramid.mark(marks);

        for (int level = 0; level < 20; level++) {
            var window = new TileWindow(level, 0, (5_000 >> level) + 1);
            for (Mark mark : marks) {
                int lane = pyramid.lanes().laneOf(mark.event());
                TimelineTile tile = pyramid.tiles(window, lane, lane + 1).tiles().getFirst();
                assertThat(tile.marks(mark.event() >> level, mark.kind())).isPositive();
            }
            int shown = tiles(pyramid, window).stream().mapToInt(TimelinePyramidTest::marks).sum();
            assertThat(shown).isEqualTo(marks.size());
        }
    }

    @Test
    void many_marks_cost_by_buckets_and_are_all_counted() {
        HeaderIndex index = Histories.index(8, 50_000);
        TimelinePyramid pyramid = Histories.pyramid(index, LaneGrouping.CATEGORY, 20, TimeScale.INDEX);
        var marks = new ArrayList<Mark>();
        for (int event = 0; event < index.size(); event++) {
            marks.add(new Mark(MarkKind.SNAPSHOT, event));
        }
        pyramid.mark(marks);

        var window = new TileWindow(8, 0, (50_000 >> 8) + 1);
        Tiles tiles = pyramid.tiles(window, 0, pyramid.lanes().size());

        assertThat(tiles.marksLookedAt())
                .isLessThanOrEqualTo((long) window.length() * pyramid.lanes().size());
        for (TimelineTile tile : tiles.tiles()) {
            for (int bucket = 0; bucket < window.length(); bucket++) {
                assertThat(tile.marks(bucket, MarkKind.SNAPSHOT)).isEqualTo(tile.count(bucket));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void growing_step_by_step_gives_the_same_as_building_at_once(long seed) {
        var index = new HeaderIndex();
        Histories.append(index, seed, 500, 6, 9);
        TimelinePyramid growing = Histories.pyramid(index, LaneGrouping.CATEGORY, 20, TimeScale.TIME);
        for (int page = 1; page < 8; page++) {
            Histories.append(index, seed + page, 700, 6, 9);
            growing.advance();
        }
        var whole = new TimelinePyramid(index, growing.lanes(), growing.slots(), TimeScale.TIME);
        whole.advance();

        Extent extent = growing.extent();
        TileWindow window = TileWindow.covering(36, extent.from(), extent.to() + 1, 0);
        for (int lane = 0; lane < growing.lanes().size(); lane++) {
            TimelineTile one = growing.tiles(window, lane, lane + 1).tiles().getFirst();
            TimelineTile other = whole.tiles(window, lane, lane + 1).tiles().getFirst();
            assertThat(one.events()).isEqualTo(other.events());
            assertThat(growing.count(lane)).isEqualTo(whole.count(lane));
        }
        assertThat(extent).isEqualTo(whole.extent());
    }

    @Test
    void events_without_a_time_are_counted_and_placed_on_the_index_scale() {
        HeaderIndex index = Histories.index(1, 5_000);
        TimelinePyramid byTime = Histories.pyramid(index, LaneGrouping.CATEGORY, 20, TimeScale.TIME);
        TimelinePyramid byIndex = Histories.pyramid(index, LaneGrouping.CATEGORY, 20, TimeScale.INDEX);
        long timeless = 0;
        for (int event = 0; event < index.size(); event++) {
            timeless += index.micros(event) == HeaderIndex.NO_TIME ? 1 : 0;
        }

        assertThat(timeless).isPositive();
        assertThat(sumOverLanes(byTime, byTime::placeless)).isEqualTo(timeless);
        assertThat(sumOverLanes(byIndex, byIndex::placeless)).isZero();
        assertThat(sumOverLanes(byTime, byTime::count)).isEqualTo(5_000);
    }

    @Test
    void clocks_of_the_years_1_and_9999_do_not_destroy_the_extent_and_are_counted_outside() {
        HeaderIndex index = Histories.index(2, 5_000);
        Extent sane = Histories.pyramid(index, LaneGrouping.CATEGORY, 20, TimeScale.TIME).extent();
        Histories.appendAt(index, Instant.parse("0001-01-01T00:00:00Z"));
        Histories.appendAt(index, Instant.parse("9999-12-31T23:59:59Z"));
        Histories.appendAt(index, Instant.parse("0002-01-01T00:00:00Z"));

        TimelinePyramid pyramid = Histories.pyramid(index, LaneGrouping.CATEGORY, 20, TimeScale.TIME);

        assertThat(pyramid.extent().from()).isEqualTo(sane.from());
        assertThat(pyramid.extent().to()).isEqualTo(sane.to());
        assertThat(pyramid.extent().before()).isEqualTo(2);
        assertThat(pyramid.extent().after()).isEqualTo(1);
        assertThat(pyramid.extent().lastBefore()).isEqualTo(index.micros(5_002));
        assertSame(pyramid, index, TileWindow.covering(52, index.micros(5_000), index.micros(5_001) + 1, 1));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_crowd_in_one_bucket_is_counted_at_every_level(long seed) {
        HeaderIndex index = Histories.index(seed, 3_000);
        Instant moment = Instant.parse("2025-01-02T00:00:00Z");
        for (int event = 0; event < 700; event++) {
            Histories.appendAt(index, moment.plusNanos(1_000L * (event % 3)));
        }
        TimelinePyramid pyramid = Histories.pyramid(index, LaneGrouping.CATEGORY, 20, TimeScale.TIME);
        long place = moment.getEpochSecond() * 1_000_000;

        for (int level = 0; level < 50; level += 3) {
            assertSame(pyramid, index, TileWindow.covering(level, place - (3L << level), place + (70L << level), 1));
        }
    }

    @Test
    void one_event_or_none_is_a_history_too() {
        var index = new HeaderIndex();
        assertThat(Histories.pyramid(index, LaneGrouping.STREAM, 20, TimeScale.TIME).extent().isEmpty())
                .isTrue();

        Histories.appendAt(index, Instant.parse("2026-03-31T10:00:00Z"));

        Extent extent = Histories.pyramid(index, LaneGrouping.STREAM, 20, TimeScale.TIME).extent();
        assertThat(extent.from()).isEqualTo(extent.to()).isEqualTo(index.micros(0));
    }

    @Test
    void looking_at_the_whole_costs_by_buckets_and_not_by_events() {
        TimelinePyramid small = Histories.pyramid(Histories.index(3, 20_000), LaneGrouping.CATEGORY, 20, TimeScale.TIME);
        TimelinePyramid large =
                Histories.pyramid(Histories.index(3, 400_000), LaneGrouping.CATEGORY, 20, TimeScale.TIME);

        for (TimelinePyramid pyramid : List.of(small, large)) {
            Extent extent = pyramid.extent();
            int level = TileWindow.levelFor((extent.to() - extent.from()) / 250.0);
            TileWindow window = TileWindow.covering(level, extent.from(), extent.to() + 1, 8);
            Tiles tiles = pyramid.tiles(window, 0, pyramid.lanes().size());

            assertThat(tiles.eventsLookedAt()).isZero();
            assertThat(tiles.bucketsLookedAt())
                    .isLessThanOrEqualTo((long) window.length() * pyramid.lanes().size() * TypeSlots.COUNT);
        }
    }

    @Test
    void looking_closely_costs_by_the_events_in_the_window_and_not_by_all() {
        HeaderIndex index = Histories.index(4, 400_000);
        TimelinePyramid pyramid = Histories.pyramid(index, LaneGrouping.CATEGORY, 20, TimeScale.TIME);
        long middle = index.micros(200_001);
        int level = pyramid.finestLevel() - 3;

        Tiles tiles = pyramid.tiles(TileWindow.covering(level, middle, middle + (250L << level), 8), 0, 5);

        assertThat(tiles.bucketsLookedAt()).isZero();
        assertThat(tiles.eventsLookedAt()).isPositive().isLessThan(8 * Members.BLOCK);
    }

    @Test
    void memory_is_bounded_by_coarser_buckets_and_the_counts_stay_true() {
        var index = new HeaderIndex();
        Histories.append(index, 5, 1_000, 3, 3);
        TimelinePyramid pyramid = Histories.pyramid(index, LaneGrouping.STREAM, 200, TimeScale.INDEX);
        int before = pyramid.finestLevel();
        for (int i = 0; i < 5; i++) {
            Histories.append(index, 6 + i, 60_000, 3, 3);
            pyramid.advance();
        }

        assertThat(pyramid.finestLevel()).isGreaterThan(before);
        assertThat(sumOverLanes(pyramid, pyramid::count)).isEqualTo(index.size());
        assertSame(pyramid, index, TileWindow.covering(pyramid.finestLevel(), 100_000, 160_000, 2));
    }

    @Test
    void the_nearest_event_of_a_lane_is_found_within_reach() {
        HeaderIndex index = Histories.index(7, 3_000);
        TimelinePyramid pyramid = Histories.pyramid(index, LaneGrouping.CATEGORY, 20, TimeScale.INDEX);
        int lane = pyramid.lanes().laneOf(1_500);

        assertThat(pyramid.nearest(lane, 1_500, 1_400, 1_600)).hasValue(1_500);
        assertThat(pyramid.nearest(lane, 1_500, 5_000, 6_000)).isEmpty();
        assertThat(pyramid.eventsIn(lane, 1_500, 1_501, 10)).containsExactly(1_500);
    }

    private static void assertSame(TimelinePyramid pyramid, HeaderIndex index, TileWindow window) {
        List<TimelineTile> tiles = tiles(pyramid, window);
        int[][] counted = new int[tiles.size()][window.length() * TypeSlots.COUNT];
        for (int event = 0; event < index.size(); event++) {
            long place = pyramid.scale().placeOf(index, event);
            if (place != TimeScale.NOWHERE && place >= window.from() && place < window.to()) {
                int bucket = (int) ((place >> window.level()) - window.first());
                int slot = pyramid.slots().slotOf(index.type(event));
                counted[pyramid.lanes().laneOf(event)][bucket * TypeSlots.COUNT + slot]++;
            }
        }
        for (int lane = 0; lane < tiles.size(); lane++) {
            assertThat(tiles.get(lane).events()).as("%s lane %d", window, lane).isEqualTo(counted[lane]);
        }
    }

    private static TileWindow someWindow(Random random, TimelinePyramid pyramid, HeaderIndex index) {
        Extent extent = pyramid.extent();
        long length = extent.to() - extent.from() + 1;
        long from = extent.from() - length / 10 + (long) (random.nextDouble() * length);
        long to = from + 1 + (long) (random.nextDouble() * length);
        int level = TileWindow.levelFor((to - from) / (1.0 + random.nextInt(300)));
        return TileWindow.covering(level, from, to, random.nextInt(5));
    }

    private static MarkKind someKind(Random random) {
        List<MarkKind> kinds = List.of(MarkKind.values());
        return kinds.get(random.nextInt(kinds.size()));
    }

    private static List<TimelineTile> tiles(TimelinePyramid pyramid, TileWindow window) {
        return pyramid.tiles(window, 0, pyramid.lanes().size()).tiles();
    }

    private static int marks(TimelineTile tile) {
        int marks = 0;
        for (int bucket = 0; bucket < tile.window().length(); bucket++) {
            for (MarkKind kind : MarkKind.values()) {
                marks += tile.marks(bucket, kind);
            }
        }
        return marks;
    }

    private static long sumOverLanes(TimelinePyramid pyramid, java.util.function.IntToLongFunction of) {
        return java.util.stream.IntStream.range(0, pyramid.lanes().size())
                .mapToLong(of)
                .sum();
    }
}
