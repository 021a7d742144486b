package io.hindcast.engine.timeline;

import io.hindcast.engine.index.HeaderIndex;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/// The marks of a timeline: the places of each kind in each lane, in order. None of them may vanish, so buckets are
/// counted exactly: by visiting the marks of the window, or by searching for the ends of buckets where marks are more.
final class Marks {
    private final Map<Integer, long[]> places = new HashMap<>();

    static Marks none() {
        return new Marks();
    }

    private Marks() {}

    Marks(HeaderIndex index, Lanes lanes, TimeScale scale, Collection<Mark> marks) {
        var streams = new HashMap<Integer, LongStream.Builder>();
        for (Mark mark : marks) {
            if (mark.event() >= 0 && mark.event() < index.size()) {
                long place = scale.placeOf(index, mark.event());
                if (place != TimeScale.NOWHERE) {
                    int channel = channel(lanes.laneOf(mark.event()), mark.kind());
                    streams.computeIfAbsent(channel, _ -> LongStream.builder()).add(place);
                }
            }
        }
        streams.forEach((channel, stream) -> places.put(channel, stream.build().sorted().toArray()));
    }

    /// @return how many marks were visited or searched for
    long addTo(List<TimelineTile> tiles) {
        long looked = 0;
        for (TimelineTile tile : tiles) {
            for (MarkKind kind : MarkKind.values()) {
                long[] sorted = places.get(channel(tile.lane(), kind));
                if (sorted != null) {
                    looked += addTo(tile, kind, sorted);
                }
            }
        }
        return looked;
    }

    private static int addTo(TimelineTile tile, MarkKind kind, long[] sorted) {
        TileWindow window = tile.window();
        int first = firstFrom(sorted, window.from(), 0);
        int last = firstFrom(sorted, window.to(), first);
        if (last - first <= window.length()) {
            for (int i = first; i < last; i++) {
                tile.countMarks((int) ((sorted[i] >> window.level()) - window.first()), kind, 1);
            }
            return last - first;
        }
        int from = first;
        for (int bucket = 0; bucket < window.length(); bucket++) {
            int to = firstFrom(sorted, window.placeOf(bucket + 1), from);
            tile.countMarks(bucket, kind, to - from);
            from = to;
        }
        return window.length();
    }

    /// Index of the first place at or behind one, not before a known index.
    private static int firstFrom(long[] sorted, long place, int known) {
        int found = Arrays.binarySearch(sorted, known, sorted.length, place);
        if (found < 0) {
            return -found - 1;
        }
        while (found > known && sorted[found - 1] == place) {
            found--;
        }
        return found;
    }

    private static int channel(int lane, MarkKind kind) {
        return lane * MarkKind.COUNT + kind.place();
    }
}
