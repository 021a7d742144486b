package io.hindcast.engine.timeline;

import io.hindcast.engine.index.HeaderIndex;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Counts of events by lane, colour and power-of-two bucket, at many levels, so that painting costs by pixels and not by
/// events. It follows a growing index: [#advance()] takes in what is new, and questions are answered from what was taken
/// in, from the first page on. Windows finer than the finest level are answered by a scan of the events in them.
///
/// The finest level is as fine as a bound on memory allows ([#CELLS], about 64 MB with all levels, or 4 bytes an event
/// where that is more); outliers in time cost a page of buckets each, not resolution. Marks are counted beside the events, never mixed into them.
/// Safe for many threads; a question may wait for a step of [#advance()].
public final class TimelinePyramid {
    /// The most buckets kept on the finest level, over all lanes and colours; half as many as there are events where that
    /// is more.
    static final int CELLS = 1 << 22;

    private static final int FINEST = 13; // 2^13 buckets over the bulk of the events to begin with, or more
    private static final int MOST_FINEST = 17; // where there are few lanes, or events without end
    private static final int STEP = 1 << 18; // events taken in while questions wait
    private static final int CUT = 1 << 18; // events counted by one task when there is much to take in

    private final HeaderIndex index;
    private final Lanes lanes;
    private final TypeSlots slots;
    private final TimeScale scale;
    private final Members members;
    private final @Nullable Levels[] events;
    private final long[] placeless;
    private Marks marks;
    private int level = -1;

    /// A timeline of all events of the index.
    public TimelinePyramid(HeaderIndex index, Lanes lanes, TypeSlots slots, TimeScale scale) {
        this(index, lanes, slots, scale, new Members(index, scale, null));
    }

    private TimelinePyramid(HeaderIndex index, Lanes lanes, TypeSlots slots, TimeScale scale, Members members) {
        this.index = index;
        this.lanes = lanes;
        this.slots = slots;
        this.scale = scale;
        this.members = members;
        this.events = new @Nullable Levels[lanes.size() * TypeSlots.COUNT];
        this.placeless = new long[lanes.size()];
        this.marks = Marks.none();
    }

    /// A timeline of some events only, all in one lane.
    public static TimelinePyramid ofSome(HeaderIndex index, TypeSlots slots, TimeScale scale, int[] ordinals) {
        var lane = new Lanes(new OneKey(ordinals.length), 1);
        return new TimelinePyramid(index, lane, slots, scale, new Members(index, scale, ordinals.clone()));
    }

    public Lanes lanes() {
        return lanes;
    }

    public TypeSlots slots() {
        return slots;
    }

    public TimeScale scale() {
        return scale;
    }

    /// Takes in everything the index holds now.
    public void advance() {
        int target = members.available();
        while (taken() < target) {
            step(target);
        }
    }

    /// How many events were taken in.
    public synchronized int taken() {
        return members.size();
    }

    /// The level of the finest buckets; below it windows are scanned. Grows when memory asks for it.
    public synchronized int finestLevel() {
        return level;
    }

    /// Events of a lane that have no place on the scale, because the store knows no time of them.
    public synchronized long placeless(int lane) {
        return placeless[lane];
    }

    /// Events of a lane, those without a place included.
    public synchronized long count(int lane) {
        long count = placeless[lane];
        for (int slot = 0; slot < TypeSlots.COUNT; slot++) {
            Levels channel = events[lane * TypeSlots.COUNT + slot];
            count += channel == null ? 0 : channel.total();
        }
        return count;
    }

    /// Replaces all marks; marks of events that are not in the index yet are not shown.
    public synchronized void mark(Collection<Mark> all) {
        lanes.catchUp();
        marks = new Marks(index, lanes, scale, all);
    }

    /// Where the events are, outliers set apart. Costs by blocks of 4,096 events.
    public synchronized Extent extent() {
        if (members.size() == 0) {
            return Extent.EMPTY;
        }
        Core core = Core.of(index, members, scale);
        return members.extent(core.low(), core.high());
    }

    /// One tile for each of the lanes from one (inclusive) to another (exclusive).
    public synchronized Tiles tiles(TileWindow window, int fromLane, int toLane) {
        List<TimelineTile> tiles = IntStream.range(fromLane, toLane)
                .parallel()
                .mapToObj(lane -> new TimelineTile(lane, window))
                .toList();
        long marked = marks.addTo(tiles);
        if (level < 0 || tiles.isEmpty() || window.length() == 0) {
            return new Tiles(tiles, 0, 0, marked);
        }
        return window.level() < level ? scanned(tiles, window, fromLane, marked) : looked(tiles, window, marked);
    }

    /// Events of a lane with a place in [from, to), in reading order, no more than a limit.
    public synchronized int[] eventsIn(int lane, long from, long to, int limit) {
        var found = IntStream.builder();
        members.visit(from, to, (event, _) -> {
            if (lanes.laneOf(event) == lane) {
                found.add(event);
            }
        });
        return found.build().limit(limit).toArray();
    }

    /// The event of a lane whose place in [from, to) is nearest to a place; the last read of equals.
    public synchronized OptionalInt nearest(int lane, long place, long from, long to) {
        int[] best = {-1};
        long[] distance = {Long.MAX_VALUE};
        members.visit(from, to, (event, at) -> {
            if (Math.abs(at - place) <= distance[0] && lanes.laneOf(event) == lane) {
                distance[0] = Math.abs(at - place);
                best[0] = event;
            }
        });
        return best[0] < 0 ? OptionalInt.empty() : OptionalInt.of(best[0]);
    }

    private Tiles scanned(List<TimelineTile> tiles, TileWindow window, int fromLane, long marked) {
        long looked = new WindowScan(members, tiles, window, fromLane).count();
        tiles.parallelStream().forEach(TimelineTile::sumUp);
        return new Tiles(tiles, 0, looked, marked);
    }

    private Tiles looked(List<TimelineTile> tiles, TileWindow window, long marked) {
        var range = new Buckets.Range(window.first(), window.first() + window.length());
        long looked = tiles.parallelStream()
                .mapToLong(tile -> looked(tile, range, window.level() - level))
                .sum();
        return new Tiles(tiles, looked, 0, marked);
    }

    private long looked(TimelineTile tile, Buckets.Range range, int above) {
        long looked = 0;
        for (int slot = 0; slot < TypeSlots.COUNT; slot++) {
            Levels channel = events[tile.lane() * TypeSlots.COUNT + slot];
            if (channel != null) {
                looked += channel.addTo(above, range, tile.events(), slot, TypeSlots.COUNT);
            }
        }
        tile.sumUp();
        return looked;
    }

    private synchronized void step(int target) {
        if (level < 0) {
            level = TileWindow.levelFor((double) Core.of(index, members, scale).length() / (1 << finest(target)));
        }
        lanes.catchUp();
        int from = members.size();
        int to = target - from > 4 * STEP ? target : Math.min(target, from + STEP);
        members.prepare(to);
        for (Cut cut : cuts(from, to)) {
            takeIn(cut);
        }
        members.grownTo(to);
        while (cells() > most(members.size())) {
            coarsen();
        }
    }

    private static long most(int events) {
        return Math.max(CELLS, events / 2);
    }

    /// About as fine as memory will allow: what is finer would be counted to be summed up at once.
    private int finest(int target) {
        long each = 2 * most(target) / events.length;
        return Math.clamp(Long.SIZE - 1 - Long.numberOfLeadingZeros(Math.max(1, each)), FINEST, MOST_FINEST);
    }

    /// Cuts end at the ends of blocks, so that no two of them write the same one.
    private List<Cut> cuts(int from, int to) {
        List<Cut.Span> spans = new ArrayList<>();
        for (long start = from; start < to; ) {
            long end = Math.min(to, (start + CUT) / Members.BLOCK * Members.BLOCK);
            spans.add(new Cut.Span((int) start, (int) end, level));
            start = end;
        }
        return spans.parallelStream()
                .map(span -> Cut.of(index, members, lanes, slots, scale, span))
                .toList();
    }

    private void takeIn(Cut cut) {
        for (int channel = 0; channel < events.length; channel++) {
            Buckets more = cut.channels[channel];
            if (more != null) {
                Levels levels = events[channel];
                if (levels == null) {
                    levels = new Levels();
                    events[channel] = levels;
                }
                levels.add(more, cut.counts[channel]);
            }
        }
        for (int lane = 0; lane < placeless.length; lane++) {
            placeless[lane] += cut.placeless[lane];
        }
    }

    private long cells() {
        long pages = 0;
        for (Levels channel : events) {
            pages += channel == null ? 0 : channel.pages();
        }
        return pages * Buckets.PAGE;
    }

    private void coarsen() {
        for (Levels channel : events) {
            if (channel != null) {
                channel.coarsen();
            }
        }
        level++;
    }

    /// Everything in one lane.
    private record OneKey(int size) implements LaneKeys {
        @Override
        public void catchUp() {}

        @Override
        public int count() {
            return 1;
        }

        @Override
        public int keyOf(int event) {
            return 0;
        }

        @Override
        public String label(int key) {
            return "";
        }

        @Override
        public long[] events() {
            return new long[] {size};
        }
    }
}
