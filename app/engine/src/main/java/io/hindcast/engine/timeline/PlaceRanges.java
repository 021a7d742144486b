package io.hindcast.engine.timeline;

import java.util.Arrays;
import java.util.function.IntConsumer;

/// The lowest and the highest place of each block of members, and of each group of 64 blocks. Blocks without a place have an
/// empty range. Different blocks may be widened by different threads, once there is room for them.
final class PlaceRanges {
    private static final int GROUP_SHIFT = 6;

    private final Bounds ofBlocks = new Bounds();
    private final Bounds ofGroups = new Bounds();
    private int blocks;

    /// Makes room for so many blocks.
    void prepare(int upTo) {
        ofBlocks.makeRoomFor(upTo);
        ofGroups.makeRoomFor((upTo >> GROUP_SHIFT) + 1);
        blocks = Math.max(blocks, upTo);
    }

    void widen(int block, long place) {
        ofBlocks.widen(block, place, place);
    }

    /// Brings groups up to date from the one of a block on, after blocks were widened.
    void sumUp(int fromBlock) {
        for (int block = fromBlock; block < blocks; block++) {
            ofGroups.widen(block >> GROUP_SHIFT, ofBlocks.lowest[block], ofBlocks.highest[block]);
        }
    }

    long lowest(int block) {
        return ofBlocks.lowest[block];
    }

    long highest(int block) {
        return ofBlocks.highest[block];
    }

    /// Tells the blocks that reach into [from, to), in order.
    void forEach(long from, long to, IntConsumer told) {
        for (int first = 0; first < blocks; first += 1 << GROUP_SHIFT) {
            if (ofGroups.reachesInto(first >> GROUP_SHIFT, from, to)) {
                int end = Math.min(blocks, first + (1 << GROUP_SHIFT));
                for (int block = first; block < end; block++) {
                    if (ofBlocks.reachesInto(block, from, to)) {
                        told.accept(block);
                    }
                }
            }
        }
    }

    private static final class Bounds {
        private long[] lowest = {};
        private long[] highest = {};

        void makeRoomFor(int wanted) {
            int room = lowest.length;
            if (room < wanted) {
                lowest = Arrays.copyOf(lowest, wanted * 2);
                highest = Arrays.copyOf(highest, wanted * 2);
                Arrays.fill(lowest, room, lowest.length, Long.MAX_VALUE);
                Arrays.fill(highest, room, highest.length, Long.MIN_VALUE);
            }
        }

        void widen(int at, long low, long high) {
            lowest[at] = Math.min(lowest[at], low);
            highest[at] = Math.max(highest[at], high);
        }

        boolean reachesInto(int at, long from, long to) {
            return highest[at] >= from && lowest[at] < to;
        }
    }
}
