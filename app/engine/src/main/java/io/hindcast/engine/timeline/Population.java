package io.hindcast.engine.timeline;

import io.hindcast.engine.index.HeaderIndex;
import java.util.function.LongConsumer;

/// The recorded times of all events of an index, but for the few that lie absurdly far from all others.
///
/// @param events how many there are in the index
/// @param core bounds of the times that count
/// @param first the earliest of those
/// @param last the latest; earlier than the first when there is none
record Population(HeaderIndex index, int events, Core core, long first, long last) {
    private static final int RUN = 4_096;

    static Population of(HeaderIndex index) {
        int events = index.size();
        Core core = Core.of(index, new Members(index, TimeScale.TIME, null), TimeScale.TIME);
        long[] ends = {Long.MAX_VALUE, Long.MIN_VALUE};
        forEach(index, 0, events, micros -> {
            if (micros >= core.low() && micros <= core.high()) {
                ends[0] = Math.min(ends[0], micros);
                ends[1] = Math.max(ends[1], micros);
            }
        });
        return new Population(index, events, core, ends[0], ends[1]);
    }

    boolean isEmpty() {
        return last < first;
    }

    /// Tells the times between first and last, in reading order.
    void forEach(LongConsumer told) {
        forEach(index, 0, events, micros -> {
            if (micros >= first && micros <= last) {
                told.accept(micros);
            }
        });
    }

    /// Tells the times of events from one (inclusive) to another (exclusive); not those that have none.
    static void forEach(HeaderIndex index, int from, int to, LongConsumer told) {
        long[] times = new long[RUN];
        for (int start = from; start < to; start += RUN) {
            int count = Math.min(RUN, to - start);
            index.micros(start, count, times);
            for (int i = 0; i < count; i++) {
                if (times[i] != HeaderIndex.NO_TIME) {
                    told.accept(times[i]);
                }
            }
        }
    }
}
