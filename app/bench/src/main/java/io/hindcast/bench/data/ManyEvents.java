package io.hindcast.bench.data;

import io.hindcast.engine.index.HeaderIndex;
import io.hindcast.event.Bookmark;
import io.hindcast.event.EventPage;
import java.time.Instant;
import java.util.SplittableRandom;

/// An index of any number of events: 200 streams, few of them busy, ten types, eighteen months with bursts.
public final class ManyEvents {
    public static final int STREAMS = 200;

    private static final int TYPES = 10;
    private static final int PAGE = 10_000;
    private static final Instant START = Instant.parse("2024-07-01T00:00:00Z");
    private static final long SECONDS = 549L * 24 * 3600;

    private ManyEvents() {}

    public static HeaderIndex index(long events, long seed) {
        var random = new SplittableRandom(seed);
        var index = new HeaderIndex();
        long[] versions = new long[STREAMS];
        for (long done = 0; done < events; done += PAGE) {
            int rows = (int) Math.min(PAGE, events - done);
            var page = new EventPage.Builder(true, rows);
            for (int row = 0; row < rows; row++) {
                int stream = Math.min(random.nextInt(STREAMS), random.nextInt(STREAMS));
                long nanos = (done + row) * (SECONDS * 1_000_000 / events) * 1_000 + random.nextInt(1_000_000);
                page.stream("stream-%03d".formatted(stream), "stream");
                page.type("Type" + Math.min(random.nextInt(TYPES), random.nextInt(TYPES)));
                page.version(versions[stream]++);
                page.position(0, done + row + 1);
                page.recordedAt(START.plusNanos(nanos));
                page.endRow();
            }
            index.append(page.build(new Bookmark(Long.toString(done))));
        }
        return index;
    }
}
