package io.hindcast.engine.timeline;

import io.hindcast.engine.index.HeaderIndex;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// Counts of events by lane, colour and power-of-two bucket, at many levels, so that painting costs by pixels and not by
/// events. It follows a growing index: [#advance()] takes in what is new, and questions are answered from what was taken
/// in, from the first page on. Windows finer than the finest level are answered by a scan of the events in them.
///
/// The finest level is as fine as a bound on memory allows, [#MOST_BUCKETS] and [#MOST_OF_AN_EVENT]: about 40 MB with all
/// levels, or 5 bytes an event where that is more; the lane and colour of each event are 2 more. The finest level grows
/// finer with the history, so that a window that has to be scanned holds about as many events as it has buckets, however
/// long the history is. Outliers in time cost a page of buckets each, not resolution. Marks are counted beside the events,
/// never mixed into them.
/// Safe for many threads; a question may wait for a step of [#advance()].
public final class TimelinePyramid {
    /// The most buckets kept on the finest level, over all lanes and colours, a byte or so each.
    static final int MOST_BUCKETS = 1 << 24;

    /// The most buckets for an event, where those are more.
    static final int MOST_OF_AN_EVENT = 2;

    private static final int FINEST = 10; // 2^10 buckets over the bulk of the events to begin with, or more
    private static final int MOST_FINEST = 17; // where there are few lanes, or events without end
    private static final int STEP = 1 << 18; // events taken in while questions wait
    private static final int LEAP = 1 << 23; // the same where there are many to come
    private static final int CUT = 1 << 18; // events counted by one task when there is much to take in

    private final HeaderIndex index;
    private final Lanes lanes;
    private final TypeSlots slots;
    private final TimeScale scale;
    private final Members members;
    private final Channels channels;
    private Marks marks;

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
        this.channels = new Channels(lanes.size());
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
        return channels.finest();
    }

    /// Events of a lane that have no place on the scale, because the store knows no time of them.
    public synchronized long placeless(int lane) {
        return channels.placeless(lane);
    }

    /// Events of a lane, those without a place included.
    public synchronized long count(int lane) {
        return channels.count(lane);
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
        if (channels.isUnborn() || tiles.isEmpty() || window.length() == 0) {
            return new Tiles(tiles, 0, 0, marked);
        }
        if (window.level() >= channels.finest()) {
            long looked = tiles.parallelStream().mapToLong(channels::addTo).sum();
            return new Tiles(tiles, looked, 0, marked);
        }
        long looked = new WindowScan(members, tiles, window, fromLane).count();
        tiles.parallelStream().forEach(TimelineTile::sumUp);
        return new Tiles(tiles, 0, looked, marked);
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

    private synchronized void step(int target) {
        if (channels.isUnborn()) {
            double length = Core.of(index, members, scale).length();
            channels.begin(TileWindow.levelFor(length / (1 << finest(target))));
        }
        lanes.catchUp();
        int from = members.size();
        int to = Math.min(target, from + (target - from > 4 * STEP ? LEAP : STEP));
        members.prepare(to);
        channels.add(cuts(from, to));
        members.grownTo(to);
        channels.fit(most(target));
    }

    private static long most(int events) {
        return Math.max(MOST_BUCKETS, (long) MOST_OF_AN_EVENT * events);
    }

    /// About as fine as memory will allow: what is finer would be counted to be summed up at once.
    private int finest(int target) {
        long each = 2 * most(target) / channels.size();
        return Math.clamp(Long.SIZE - 1 - Long.numberOfLeadingZeros(Math.max(1, each)), FINEST, MOST_FINEST);
    }

    /// Cuts end at the ends of blocks, so that no two of them write the same one.
    private List<Cut> cuts(int from, int to) {
        List<Cut.Span> spans = new ArrayList<>();
        for (long start = from; start < to; ) {
            long end = Math.min(to, (start + CUT) / Members.BLOCK * Members.BLOCK);
            spans.add(new Cut.Span((int) start, (int) end, channels.finest()));
            start = end;
        }
        return spans.parallelStream()
                .map(span -> Cut.of(index, members, lanes, slots, scale, span))
                .toList();
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
