package io.hindcast.engine.changelog;

import java.util.Arrays;

/// Where each block of events begins: in the events, and in the bytes of the log.
final class Blocks {
    private int[] events = new int[4];
    private long[] bytes = new long[4];
    private int count;

    int count() {
        return count;
    }

    void begin(int event, long at) {
        events[0] = event;
        bytes[0] = at;
    }

    void end(int size, long at) {
        if (count + 2 > events.length) {
            events = Arrays.copyOf(events, events.length * 2);
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
        }
        count++;
        events[count] = events[count - 1] + size;
        bytes[count] = at;
    }

    /// The first event of a block; of the block behind the last one, the number of all events.
    int firstEvent(int block) {
        return events[block];
    }

    long firstByte(int block) {
        return bytes[block];
    }

    /// The block of an event; the last one for the event behind the last.
    int of(int event) {
        int at = Arrays.binarySearch(events, 0, count + 1, event);
        return Math.min(at >= 0 ? at : -at - 2, Math.max(count - 1, 0));
    }
}
