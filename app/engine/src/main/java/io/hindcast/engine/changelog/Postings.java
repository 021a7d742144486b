package io.hindcast.engine.changelog;

import java.util.Arrays;

/// For every place the events that touched it, in order. Numbers of four bytes, so that the next and the previous one are
/// found by halving.
final class Postings {
    private final long[] begin; // by place
    private final Bytes events;

    private Postings(long[] begin, Bytes events) {
        this.begin = begin;
        this.events = events;
    }

    static Postings of(ChangeLog log, Blocks blocks, int places, Bytes events) {
        long[] begin = new long[places + 1];
        for (int block = 0; block < blocks.count(); block++) {
            Entries entries = log.entries(blocks.firstEvent(block), blocks.firstEvent(block + 1));
            while (entries.next()) {
                begin[entries.place() + 1]++;
            }
        }
        for (int place = 0; place < places; place++) {
            begin[place + 1] += begin[place];
        }
        events.append(4 * begin[places]);
        long[] next = Arrays.copyOf(begin, places);
        for (int block = 0; block < blocks.count(); block++) {
            int end = blocks.firstEvent(block + 1);
            Entries entries = log.entries(blocks.firstEvent(block), end);
            for (int event = blocks.firstEvent(block); event < end; event++) {
                boolean more = !log.isEmpty(event);
                while (more && entries.next()) {
                    events.setInt(4 * next[entries.place()]++, event);
                    more = !entries.isLastOfEvent();
                }
            }
        }
        return new Postings(begin, events);
    }

    long held() {
        return events.held() + 8L * begin.length;
    }

    long count(int place) {
        return begin[place + 1] - begin[place];
    }

    /// The event of a place by its number, counted from 0.
    int event(int place, long number) {
        return events.intAt(4 * (begin[place] + number));
    }

    /// How many events before this one touched the place.
    long before(int place, int event) {
        long low = begin[place];
        long high = begin[place + 1];
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (events.intAt(4 * middle) < event) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - begin[place];
    }
}
