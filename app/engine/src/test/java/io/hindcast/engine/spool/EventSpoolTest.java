package io.hindcast.engine.spool;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.connector.ReadRequest;
import io.hindcast.engine.history.MemorySource;
import io.hindcast.engine.index.HeaderIndex;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.engine.work.Progress;
import io.hindcast.event.Event;
import io.hindcast.event.EventPage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EventSpoolTest {
    private static MemorySource history(int events) {
        var source = new MemorySource();
        for (int i = 0; i < events; i++) {
            source.event("account-" + i % 7, i / 7, "T" + i % 3, "2026-01-01T00:00:00.123456789Z", "{\"n\":" + i + "}");
        }
        return source;
    }

    private static HeaderIndex indexOf(MemorySource source) {
        var index = new HeaderIndex();
        pages(source).forEach(index::append);
        return index;
    }

    private static List<EventPage> pages(MemorySource source) {
        var pages = new ArrayList<EventPage>();
        try (var cursor =
                source.read(ReadRequest.store(ReadRequest.Detail.FULL).withPageSize(1_000))) {
            for (var page = cursor.next(); page.isPresent(); page = cursor.next()) {
                pages.add(page.get());
            }
        }
        return pages;
    }

    private static List<Event> events(List<EventPage> pages) {
        var events = new ArrayList<Event>();
        for (var page : pages) {
            for (int row = 0; row < page.size(); row++) {
                events.add(page.event(row));
            }
        }
        return events;
    }

    @ParameterizedTest
    @EnumSource(names = {"FILE", "MEMORY"})
    void events_come_back_whole_in_any_order(SpoolPlace place) throws IOException {
        var source = history(25_000);
        try (var copy = EventSpool.create(indexOf(source), place)) {
            assertThat(copy.fill(source, Progress.SILENT, Cancellation.never())).isTrue();

            var all = events(pages(source));
            assertThat(events(List.of(copy.range(0, 25_000)))).isEqualTo(all);
            assertThat(events(List.of(copy.events(24_999, 0, 300, 299, 24_999))))
                    .containsExactly(all.get(24_999), all.get(0), all.get(300), all.get(299), all.get(24_999));
            assertThat(copy.packedBytes()).isLessThan(25_000 * 30);
        }
    }

    @Test
    void events_that_came_after_the_index_are_not_in_the_copy() throws IOException {
        var source = history(100);
        var index = indexOf(source);
        source.event("account-1", 99, "Late", "", "{}");
        try (var copy = EventSpool.create(index, SpoolPlace.MEMORY)) {
            assertThat(copy.fill(source, Progress.SILENT, Cancellation.never())).isTrue();

            assertThat(copy.size()).isEqualTo(100);
        }
    }

    @Test
    void an_event_of_the_index_that_the_store_lost_ends_the_copying() throws IOException {
        var index = indexOf(history(100));
        try (var copy = EventSpool.create(index, SpoolPlace.MEMORY)) {
            assertThat(copy.fill(history(99), Progress.SILENT, Cancellation.never())).isFalse();

            assertThat(copy.isComplete()).isFalse();
            assertThat(copy.isGivenUp()).isTrue();
        }
    }

    @Test
    void copying_that_was_cancelled_goes_on_where_it_stopped() throws IOException {
        var source = history(100_000);
        var index = indexOf(source);
        var cancellation = new Cancellation();
        try (var copy = EventSpool.create(index, SpoolPlace.MEMORY)) {
            assertThat(copy.fill(source, (_, _) -> cancellation.cancel(), cancellation)).isFalse();
            int first = copy.size();
            long before = source.rowsRead();

            assertThat(copy.fill(source, Progress.SILENT, Cancellation.never())).isTrue();

            assertThat(first).isPositive().isLessThan(100_000);
            assertThat(source.rowsRead() - before).isEqualTo(100_000 - first);
            assertThat(events(List.of(copy.range(0, 100_000)))).isEqualTo(events(pages(source)));
        }
    }
}
