package io.hindcast.engine.timeline;

import io.hindcast.engine.index.HeaderIndex;
import java.util.Arrays;

/// Where nearly all events are, found from a sample.
///
/// @param low bound below which an event counts as an outlier
/// @param high bound above which an event counts as an outlier
/// @param length how far the bulk of the events stretches
record Core(long low, long high, long length) {
    private static final int SAMPLES = 4_096;
    private static final int CUT = 50; // one event in fifty on either side is no part of the core
    private static final int REACH = 10; // what lies within ten lengths of the core belongs to it
    private static final long DAY = 86_400_000_000L;

    /// All events are inside when the scale is the index; with times, those within reach of the bulk.
    static Core of(HeaderIndex index, Members members, TimeScale scale) {
        int size = members.available();
        return switch (scale) {
            case TimeScale.ByIndex() -> new Core(0, Integer.MAX_VALUE, Math.max(1, index.size()));
            case TimeScale.OfTime time -> ofTimes(index, members, size, time);
        };
    }

    private static Core ofTimes(HeaderIndex index, Members members, int size, TimeScale time) {
        int step = Math.max(1, size / SAMPLES);
        long[] times = new long[size / step + 1];
        int count = 0;
        for (long member = 0; member < size; member += step) {
            long place = time.placeOf(index, members.event((int) member));
            if (place != TimeScale.NOWHERE) {
                times[count++] = place;
            }
        }
        if (count == 0) {
            return new Core(Long.MIN_VALUE + 1, Long.MAX_VALUE, 1);
        }
        Arrays.sort(times, 0, count);
        long first = times[Math.min(count / 2, (count + CUT - 1) / CUT)];
        long last = times[Math.max(count / 2, count - 1 - (count + CUT - 1) / CUT)];
        long length = Math.max(1, last - first);
        long reach = Math.max(DAY, REACH * length);
        return new Core(first - reach, last + reach, length);
    }
}
