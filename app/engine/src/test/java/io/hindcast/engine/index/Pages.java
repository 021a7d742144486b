package io.hindcast.engine.index;

import io.hindcast.event.Bookmark;
import io.hindcast.event.EventPage;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/// Made-up pages of events; the same seed gives the same pages.
final class Pages {
    private static final List<String> TYPES = List.of("Opened", "Paid", "Booked", "Closed");
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private Pages() {}

    static EventPage page(long seed, int first, int rows, int streams) {
        var random = new Random(seed + first);
        var page = new EventPage.Builder(true, rows);
        for (int row = 0; row < rows; row++) {
            int stream = random.nextInt(streams);
            page.stream("account-" + stream, "account")
                    .type(TYPES.get(random.nextInt(TYPES.size())))
                    .version(first + row)
                    .position(0, 1 + first + row)
                    .recordedAt(START.plusSeconds(first + row));
            page.endRow();
        }
        return page.build(new Bookmark(Integer.toString(first + rows)));
    }
}
