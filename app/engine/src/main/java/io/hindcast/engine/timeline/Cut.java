package io.hindcast.engine.timeline;

import io.hindcast.engine.index.HeaderIndex;
import org.jspecify.annotations.Nullable;

/// The finest buckets of a run of members, counted apart from all others, so that runs can be counted side by side.
final class Cut {
    final @Nullable Buckets[] channels;
    final int[] counts;
    final long[] placeless;

    Cut(int channels, int lanes) {
        this.channels = new @Nullable Buckets[channels];
        this.counts = new int[channels];
        this.placeless = new long[lanes];
    }

    /// Counts the members from one (inclusive) to another (exclusive).
    static Cut of(HeaderIndex index, Members members, Lanes lanes, TypeSlots slots, TimeScale scale, Span span) {
        var cut = new Cut(lanes.size() * TypeSlots.COUNT, lanes.size());
        for (int member = span.from; member < span.to; member++) {
            int event = members.event(member);
            int lane = lanes.laneOf(event);
            long place = scale.placeOf(index, event);
            if (place == TimeScale.NOWHERE) {
                cut.placeless[lane]++;
            } else {
                int channel = lane * TypeSlots.COUNT + slots.slotOf(index.type(event));
                members.note(member, place, channel);
                cut.count(channel, place >> span.level);
            }
        }
        return cut;
    }

    /// Members to be counted, and the level on which.
    record Span(int from, int to, int level) {}

    private void count(int channel, long bucket) {
        Buckets buckets = channels[channel];
        if (buckets == null) {
            buckets = new Buckets();
            channels[channel] = buckets;
        }
        buckets.add(bucket);
        counts[channel]++;
    }
}
