package io.hindcast.engine.timeline;

import io.hindcast.engine.index.HeaderIndex;
import io.hindcast.event.Bookmark;
import io.hindcast.event.EventPage;
import java.time.Instant;
import java.util.Random;

/// Made-up histories; the same seed gives the same history.
final class Histories {
    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");

    private Histories() {}

    /// Mostly in order of time, with idle gaps, clocks that go back, and some events without a time.
    static HeaderIndex index(long seed, int events) {
        return index(seed, events, 12, 15);
    }

    static HeaderIndex index(long seed, int events, int categories, int types) {
        var index = new HeaderIndex();
        append(index, seed, events, categories, types);
        return index;
    }

    static void append(HeaderIndex index, long seed, int events, int categories, int types) {
        var random = new Random(seed);
        Instant now = START.plusSeconds(index.size() * 60L);
        for (int done = 0; done < events; ) {
            int rows = Math.min(1_000, events - done);
            var page = new EventPage.Builder(false, rows);
            for (int row = 0; row < rows; row++) {
                now = now.plusMillis(random.nextInt(1_000) == 0 ? 500_000_000L : random.nextInt(60_000));
                int category = (int) Math.abs(random.nextGaussian() * categories / 3) % categories;
                page.stream("c" + category + "-" + random.nextInt(40), "c" + category)
                        .type("Type" + random.nextInt(types))
                        .version(done + row);
                if (random.nextInt(50) != 0) {
                    page.recordedAt(now.minusSeconds(random.nextInt(20) == 0 ? random.nextInt(100_000) : 0));
                }
                page.endRow();
            }
            index.append(page.build(new Bookmark(Integer.toString(done))));
            done += rows;
        }
    }

    static void appendAt(HeaderIndex index, Instant time) {
        var page = new EventPage.Builder(false, 1);
        page.stream("odd-1", "odd").type("Odd").recordedAt(time);
        page.endRow();
        index.append(page.build(new Bookmark("odd")));
    }

    static TimelinePyramid pyramid(HeaderIndex index, LaneGrouping grouping, int limit, TimeScale scale) {
        var lanes = new Lanes(grouping.keys(index), limit);
        var pyramid = new TimelinePyramid(index, lanes, new TypeSlots(index), scale);
        pyramid.advance();
        return pyramid;
    }
}
