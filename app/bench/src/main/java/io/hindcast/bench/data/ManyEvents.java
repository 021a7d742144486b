package io.hindcast.bench.data;

import io.hindcast.engine.index.HeaderIndex;
import io.hindcast.event.Bookmark;
import io.hindcast.event.EventPage;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// An index of any number of events: 200 streams, few of them busy, ten types, eighteen months with bursts.
public final class ManyEvents {
    public static final int STREAMS = 200;

    private static final int TYPES = 10;
    private static final int PAGE = 10_000;
    private static final Instant START = Instant.parse("2024-07-01T00:00:00Z");
    private static final long SECONDS = 549L * 24 * 3600;

    private ManyEvents() {}

    public static HeaderIndex index(long events, long seed) {
        return index(events, seed, true);
    }

    /// The same without positions and versions, which a timeline does not look at: 20 bytes an event.
    public static HeaderIndex bare(long events, long seed) {
        return index(events, seed, false);
    }

    private static HeaderIndex index(long events, long seed, boolean whole) {
        var random = new SplittableRandom(seed);
        var index = new HeaderIndex();
        long[] versions = new long[STREAMS];
        List<String> streams = names("stream-%03d", STREAMS);
        List<String> types = names("Type%d", TYPES);
        for (long done = 0; done < events; done += PAGE) {
            int rows = (int) Math.min(PAGE, events - done);
            var page = new EventPage.Builder(whole, rows);
            for (int row = 0; row < rows; row++) {
                int stream = Math.min(random.nextInt(STREAMS), random.nextInt(STREAMS));
                long nanos = (done + row) * (SECONDS * 1_000_000 / events) * 1_000 + random.nextInt(1_000_000);
                page.stream(streams.get(stream), "stream");
                page.type(types.get(Math.min(random.nextInt(TYPES), random.nextInt(TYPES))));
                page.version(whole ? versions[stream]++ : 0);
                if (whole) {
                    page.position(0, done + row + 1);
                }
                page.recordedAt(START.plusNanos(nanos));
                page.endRow();
            }
            index.append(page.build(new Bookmark(Long.toString(done))));
        }
        return index;
    }

    private static List<String> names(String form, int count) {
        return IntStream.range(0, count).mapToObj(form::formatted).toList();
    }
}
