package io.hindcast.engine.timeline;

import java.util.List;
import java.util.stream.IntStream;

/// Counts the events of a window one by one, for windows finer than the finest buckets. Where there are many, the window
/// is cut into parts, each of which is counted by itself: no two of them write the same bucket.
///
/// @param fromLane the lane of the first tile
record WindowScan(Members members, List<TimelineTile> tiles, TileWindow window, int fromLane) {
    private static final int AT_ONCE = 1 << 15; // events that one processor counts before another is asked
    private static final int MOST_PARTS = 64;

    /// Adds the events to the tiles.
    ///
    /// @return how many events were looked at
    long count() {
        long looked = members.within(window.from(), window.to());
        int parts = Math.clamp(looked / AT_ONCE, 1, Math.min(MOST_PARTS, window.length()));
        var counts = new int[tiles.size()][];
        for (int tile = 0; tile < counts.length; tile++) {
            counts[tile] = tiles.get(tile).events();
        }
        IntStream.range(0, parts)
                .parallel()
                .forEach(part -> count(
                        window.placeOf((int) ((long) window.length() * part / parts)),
                        window.placeOf((int) ((long) window.length() * (part + 1) / parts)),
                        counts));
        return looked;
    }

    private void count(long from, long to, int[]... counts) {
        int level = window.level();
        int firstChannel = fromLane * TypeSlots.COUNT;
        int channelsHere = counts.length * TypeSlots.COUNT;
        long begin = window.from();
        long least = Math.max(from, TimeScale.NOWHERE + 1);
        members.visitBlocks(from, to, (places, channels, count) -> {
            for (int i = 0; i < count; i++) {
                long place = places[i];
                int channel = channels[i] - firstChannel;
                if (place >= least && place < to && channel >= 0 && channel < channelsHere) {
                    int bucket = (int) ((place - begin) >> level);
                    counts[channel / TypeSlots.COUNT][bucket * TypeSlots.COUNT + channel % TypeSlots.COUNT]++;
                }
            }
        });
    }
}
