package io.hindcast.engine.find;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.connector.EventCursor;
import io.hindcast.connector.ReadRequest;
import io.hindcast.connector.ReadRequest.Detail;
import io.hindcast.engine.history.MemorySource;
import io.hindcast.event.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class HeaderStretchTest {
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void the_stretch_holds_every_event_that_is_wanted() {
        for (int seed = 0; seed < 300; seed++) {
            var random = new Random(seed);
            var source = made(random);
            Instant from = BEGIN.plusSeconds(random.nextInt(200));
            Instant to = from.plusSeconds(random.nextInt(60));
            Predicate<Event> wanted = event -> event.recordedAt()
                    .filter(at -> !at.isBefore(from) && !at.isAfter(to))
                    .isPresent();
            var request = ReadRequest.store(Detail.FULL).withPageSize(1 + random.nextInt(30));

            var stretch = HeaderStretch.of(source, request, wanted, Long.MAX_VALUE);

            assertThat(wanted(stretch.pages(source, request), wanted))
                    .as("seed %d", seed)
                    .isEqualTo(wanted(source.read(request), wanted));
        }
    }

    @Test
    void bodies_are_read_from_the_first_to_the_last_page_that_is_wanted() {
        var source = new MemorySource();
        for (int minute = 0; minute < 100; minute++) {
            source.event("account-1", minute, "Booked", BEGIN.plusSeconds(60L * minute).toString(), "{}");
        }
        var request = ReadRequest.store(Detail.FULL).withPageSize(10);
        Predicate<Event> wanted =
                event -> event.version().orElse(0) == 35 || event.version().orElse(0) == 52;

        var stretch = HeaderStretch.of(source, request, wanted, Long.MAX_VALUE);
        long headers = source.rowsRead();
        wanted(stretch.pages(source, request), wanted);

        assertThat(headers).isEqualTo(100);
        assertThat(source.rowsRead() - headers).isEqualTo(30);
        assertThat(HeaderStretch.of(source, request, _ -> false, Long.MAX_VALUE).rows()).isZero();
        assertThat(HeaderStretch.of(source, request, _ -> true, 5).rows()).isEqualTo(10);
    }

    /// Clocks go back now and then.
    private static MemorySource made(Random random) {
        var source = new MemorySource();
        long second = 0;
        int events = random.nextInt(300);
        for (int version = 0; version < events; version++) {
            second = Math.max(0, second + random.nextInt(4) - (random.nextInt(20) == 0 ? 30 : 0));
            source.event(
                    "account-" + version % 3, version, "Booked", BEGIN.plusSeconds(second).toString(), "{}");
        }
        return source;
    }

    private static List<Event> wanted(EventCursor pages, Predicate<Event> wanted) {
        var found = new ArrayList<Event>();
        try (var cursor = pages) {
            for (var page = cursor.next(); page.isPresent(); page = cursor.next()) {
                for (int row = 0; row < page.get().size(); row++) {
                    Event event = page.get().event(row);
                    if (wanted.test(event)) {
                        found.add(event);
                    }
                }
            }
        }
        return found;
    }
}
