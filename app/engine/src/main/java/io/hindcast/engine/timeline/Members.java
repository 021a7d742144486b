package io.hindcast.engine.timeline;

import io.hindcast.engine.index.HeaderIndex;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The events of a timeline in reading order, with lane and colour of each, and the range of places of each block of them,
/// so that a scan of a narrow window skips all blocks that lie elsewhere, 64 of them at a time.
final class Members {
    static final int BLOCK_SHIFT = 12;
    static final int BLOCK = 1 << BLOCK_SHIFT;
    private static final int RUN = 512;

    private final HeaderIndex index;
    private final TimeScale scale;
    private final int @Nullable [] some;
    private final PlaceRanges ranges = new PlaceRanges();
    /// Lanes times colours are fewer than a char can count, see [Lanes#MOST].
    private char[] @Nullable [] channels = new char[16] @Nullable [];
    private int size;

    /// Is told of an event and its place.
    @FunctionalInterface
    interface Visitor {
        void visit(int event, long place);
    }

    /// @param some ordinals of the events, or null for all of the index
    Members(HeaderIndex index, TimeScale scale, int @Nullable [] some) {
        this.index = index;
        this.scale = scale;
        this.some = some;
    }

    /// How many there are to be taken in.
    int available() {
        return some == null ? index.size() : some.length;
    }

    int size() {
        return size;
    }

    int event(int member) {
        return some == null ? member : some[member];
    }

    /// Makes room for the ranges of blocks up to a size, before [#note(int, long, int)] is called for them.
    void prepare(int upTo) {
        int blocks = (upTo >> BLOCK_SHIFT) + 1;
        if (channels.length < blocks) {
            channels = Arrays.copyOf(channels, blocks * 2);
        }
        ranges.prepare(blocks);
    }

    /// Takes note of the place of a member, and of its lane and colour as one number. Members of one block must come from
    /// one thread.
    void note(int member, long place, int channel) {
        int block = member >> BLOCK_SHIFT;
        char[] here = channels[block];
        if (here == null) {
            here = new char[BLOCK];
            channels[block] = here;
        }
        here[member & BLOCK - 1] = (char) channel;
        ranges.widen(block, place);
    }

    void grownTo(int newSize) {
        ranges.sumUp(size >> BLOCK_SHIFT);
        size = newSize;
    }

    /// Visits the events with a place in [from, to), in reading order.
    ///
    /// @return how many events were looked at
    long visit(long from, long to, Visitor visitor) {
        long[] looked = {0};
        ranges.forEach(from, to, block -> {
            looked[0] += length(block);
            visitBlock(block, from, to, visitor);
        });
        return looked[0];
    }

    /// Is told of runs of events, some of which have a place in the window asked for.
    @FunctionalInterface
    interface RunVisitor {
        /// @param places of the members of the run, in order; others than those in the window among them
        /// @param channels lane and colour of each that has a place, from `first` on
        void visit(long[] places, char[] channels, int first, int count);
    }

    /// Visits the blocks that reach into [from, to), in runs of a length that the nearest memory of a processor holds.
    void visitBlocks(long from, long to, RunVisitor visitor) {
        long[] places = new long[RUN];
        ranges.forEach(from, to, block -> {
            char[] here = channels[block];
            int count = here == null ? 0 : length(block);
            for (int first = 0; first < count; first += RUN) {
                int run = Math.min(RUN, count - first);
                readPlaces((block << BLOCK_SHIFT) + first, run, places);
                visitor.visit(places, here, first, run);
            }
        });
    }

    private int length(int block) {
        return Math.min(size - (block << BLOCK_SHIFT), BLOCK);
    }

    private void readPlaces(int start, int count, long[] places) {
        if (some == null) {
            scale.placesOf(index, start, count, places);
        } else {
            for (int i = 0; i < count; i++) {
                places[i] = scale.placeOf(index, some[start + i]);
            }
        }
    }

    /// How many events lie in blocks that reach into [from, to).
    long within(long from, long to) {
        long[] events = {0};
        ranges.forEach(from, to, block -> events[0] += length(block));
        return events[0];
    }

    private void visitBlock(int block, long from, long to, Visitor visitor) {
        int start = block << BLOCK_SHIFT;
        for (int member = start; member < start + length(block); member++) {
            int event = event(member);
            long place = scale.placeOf(index, event);
            if (place >= from && place < to && place != TimeScale.NOWHERE) {
                visitor.visit(event, place);
            }
        }
    }

    /// Lowest and highest place of the whole blocks inside the bounds, by the ranges alone; the others are visited.
    Extent extent(long low, long high) {
        var found = new Bounds(low, high);
        ranges.forEach(Long.MIN_VALUE, Long.MAX_VALUE, block -> {
            if (ranges.lowest(block) >= low && ranges.highest(block) <= high) {
                found.inside(ranges.lowest(block), ranges.highest(block));
            } else {
                visitBlock(block, Long.MIN_VALUE, Long.MAX_VALUE, found::event);
            }
        });
        return found.extent();
    }

    private static final class Bounds {
        private final long low;
        private final long high;
        private long from = Long.MAX_VALUE;
        private long to = Long.MIN_VALUE;
        private long before;
        private long after;
        private long lastBefore = Long.MIN_VALUE;
        private long firstAfter = Long.MAX_VALUE;

        Bounds(long low, long high) {
            this.low = low;
            this.high = high;
        }

        void inside(long lowest, long highest) {
            from = Math.min(from, lowest);
            to = Math.max(to, highest);
        }

        void event(int event, long place) {
            if (place < low) {
                before++;
                lastBefore = Math.max(lastBefore, place);
            } else if (place > high) {
                after++;
                firstAfter = Math.min(firstAfter, place);
            } else {
                inside(place, place);
            }
        }

        Extent extent() {
            return from > to ? Extent.EMPTY : new Extent(from, to, before, after, lastBefore, firstAfter);
        }
    }
}
