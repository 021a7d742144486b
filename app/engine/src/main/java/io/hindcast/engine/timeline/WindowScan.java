package io.hindcast.engine.timeline;

import java.util.List;
import java.util.stream.IntStream;

/// Counts the events of a window one by one, for windows finer than the finest buckets. The window is cut into parts of few
/// buckets, which several processors count: no two of them write the same bucket. A part is counted in little memory first,
/// eight colours of a byte each in one number, because events come in the order of time and of any lane.
///
/// @param fromLane the lane of the first tile
record WindowScan(Members members, List<TimelineTile> tiles, TileWindow window, int fromLane) {
    private static final int PART = 64; // buckets
    private static final int COLOUR = 255; // the most that one colour can count, and the bits that it takes

    /// Adds the events to the tiles.
    ///
    /// @return how many events were looked at
    long count() {
        int parts = (window.length() + PART - 1) / PART;
        IntStream.range(0, parts)
                .parallel()
                .map(part -> part * PART)
                .forEach(first -> count(first, Math.min(PART, window.length() - first)));
        return members.within(window.from(), window.to());
    }

    private void count(int firstBucket, int buckets) {
        int firstChannel = fromLane * TypeSlots.COUNT;
        int channelsHere = tiles.size() * TypeSlots.COUNT;
        long from = window.placeOf(firstBucket);
        long to = window.placeOf(firstBucket + buckets);
        long least = Math.max(from, TimeScale.NOWHERE + 1);
        int level = window.level();
        long[] packed = new long[tiles.size() * PART];
        members.visitBlocks(from, to, (places, channels, first, count) -> {
            for (int i = 0; i < count; i++) {
                long place = places[i];
                int channel = channels[first + i] - firstChannel;
                if (place >= least && place < to && channel >= 0 && channel < channelsHere) {
                    int at = channel / TypeSlots.COUNT * PART + (int) ((place - from) >> level);
                    int shift = channel % TypeSlots.COUNT * Byte.SIZE;
                    if (((packed[at] >>> shift) & COLOUR) == COLOUR) {
                        unpack(at, firstBucket, packed);
                    }
                    packed[at] += 1L << shift;
                }
            }
        });
        for (int at = 0; at < packed.length; at++) {
            if (packed[at] != 0) {
                unpack(at, firstBucket, packed);
            }
        }
    }

    /// Adds the colours of one bucket of a part to its tile, and begins anew.
    private void unpack(int at, int firstBucket, long... packed) {
        int[] events = tiles.get(at / PART).events();
        int bucket = (firstBucket + at % PART) * TypeSlots.COUNT;
        for (int slot = 0; slot < TypeSlots.COUNT; slot++) {
            events[bucket + slot] += (int) ((packed[at] >>> (slot * Byte.SIZE)) & COLOUR);
        }
        packed[at] = 0;
    }
}
