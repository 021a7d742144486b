package io.hindcast.engine.timeline;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// The lanes of a timeline: the keys with the most events, at most a given number, in order of their labels, and below
/// them one lane for all others. The choice is made once; keys that appear later are among the others until somebody
/// chooses anew (see [#isStale()]). One thread catches up, many may read.
public final class Lanes {
    /// The most lanes there can be, besides the one of the others.
    public static final int MOST = 8_000;

    private final LaneKeys keys;
    private final int[] shown;
    private final int chosenFrom;
    private volatile int[] laneOfKey;

    /// @param limit the most lanes to be shown, besides the one of the others; no more than [#MOST]
    public Lanes(LaneKeys keys, int limit) {
        keys.catchUp();
        this.keys = keys;
        this.chosenFrom = keys.count();
        this.shown = chosen(keys, Math.min(limit, MOST));
        this.laneOfKey = new int[0];
        catchUp();
    }

    /// How many lanes there are, the one of the others included (it may be empty).
    public int size() {
        return shown.length + 1;
    }

    /// Number of the lane of all others, always the last one.
    public int others() {
        return shown.length;
    }

    /// How many keys share the lane of the others.
    public int othersCount() {
        return keys.count() - shown.length;
    }

    /// The label of a lane other than the last.
    public String label(int lane) {
        return keys.label(shown[lane]);
    }

    /// The lane of an event; the others' for one that came after the last [#catchUp()] and has an unknown key.
    public int laneOf(int event) {
        int[] lanes = laneOfKey;
        int key = keys.keyOf(event);
        return key < lanes.length ? lanes[key] : shown.length;
    }

    /// Whether there are keys now that the choice did not know.
    public boolean isStale() {
        return keys.count() > chosenFrom;
    }

    /// Learns of new keys. One thread only, before [#laneOf(int)] of new events.
    void catchUp() {
        keys.catchUp();
        if (laneOfKey.length < keys.count()) {
            int[] lanes = new int[keys.count()];
            Arrays.fill(lanes, shown.length);
            for (int lane = 0; lane < shown.length; lane++) {
                lanes[shown[lane]] = lane;
            }
            laneOfKey = lanes;
        }
    }

    private static int[] chosen(LaneKeys keys, int limit) {
        long[] events = keys.events();
        Comparator<Integer> byLabel = Comparator.comparing(keys::label);
        Comparator<Integer> byEvents = Comparator.comparingLong(key -> -events[key]);
        List<Integer> most = IntStream.range(0, events.length)
                .boxed()
                .sorted(byEvents.thenComparing(byLabel))
                .limit(limit)
                .toList();
        return most.stream().sorted(byLabel).mapToInt(Integer::intValue).toArray();
    }
}
