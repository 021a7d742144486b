package io.hindcast.engine.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.event.Bookmark;
import io.hindcast.event.EventPage;
import io.hindcast.event.Position;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderIndexTest {
    private final HeaderIndex index = new HeaderIndex();

    @Test
    void an_index_is_of_use_from_the_first_page_on() {
        index.append(Pages.page(1, 0, 10, 3));

        assertThat(index.size()).isEqualTo(10);
        assertThat(index.streamNamed("account-0")).isPresent();
        assertThat(index.position(4)).contains(Position.of(5));
        assertThat(index.version(4)).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void the_columns_say_what_the_pages_said_however_they_were_cut(long seed) {
        for (int first = 0; first < 1_000; first += 50) {
            index.append(Pages.page(seed, first, 50, 7));
        }

        for (int event = 0; event < 1_000; event++) {
            EventPage page = Pages.page(seed, event / 50 * 50, 50, 7);
            int row = event % 50;
            assertThat(index.streamEntry(index.stream(event)).name()).isEqualTo(page.stream(row));
            assertThat(index.typeNames().get(index.type(event))).isEqualTo(page.type(row));
            assertThat(index.micros(event)).isEqualTo(page.recordedSecond(row) * 1_000_000);
        }
    }

    @Test
    void the_events_of_a_stream_come_in_reading_order_and_all_streams_together_are_the_store() {
        for (int first = 0; first < 2_000; first += 100) {
            index.append(Pages.page(9, first, 100, 11));
        }

        int events = 0;
        for (int stream = 0; stream < index.streamCount(); stream++) {
            int[] ordinals = index.eventsOf(stream);
            int owner = stream;
            events += ordinals.length;
            assertThat(ordinals).isSorted().doesNotHaveDuplicates();
            assertThat(IntStream.of(ordinals)).allMatch(event -> index.stream(event) == owner);
        }
        assertThat(events).isEqualTo(2_000);
    }

    @Test
    void types_are_counted_over_all_events() {
        index.append(Pages.page(3, 0, 500, 5));
        index.append(Pages.page(3, 500, 500, 5));

        long counted = IntStream.range(0, index.typeNames().size())
                .mapToLong(index::eventsOfType)
                .sum();

        assertThat(counted).isEqualTo(1_000);
    }

    @Test
    void a_time_or_version_that_the_store_does_not_know_is_absent_not_zero() {
        var page = new EventPage.Builder(false, 1);
        page.stream("a", "").type("T");
        page.endRow();
        index.append(page.build(new Bookmark("1")));

        assertThat(index.micros(0)).isEqualTo(HeaderIndex.NO_TIME);
        assertThat(index.version(0)).isEqualTo(EventPage.NO_VERSION);
        assertThat(index.position(0)).isEmpty();
        assertThat(index.streamEntry(0).firstMicros()).isEqualTo(HeaderIndex.NO_TIME);
    }

    @Test
    void the_years_one_and_9999_fit() {
        var page = new EventPage.Builder(false, 2);
        page.stream("a", "").type("T").recordedAt(Instant.parse("0001-01-01T00:00:00Z"));
        page.endRow();
        page.stream("a", "").type("T").recordedAt(Instant.parse("9999-12-31T23:59:59.999999Z"));
        page.endRow();
        index.append(page.build(new Bookmark("2")));

        assertThat(index.micros(0)).isEqualTo(-62_135_596_800_000_000L);
        assertThat(index.micros(1)).isEqualTo(253_402_300_799_999_999L);
    }

    @Test
    void an_event_costs_the_bytes_that_are_promised() {
        int events = 1 << 17;
        for (int first = 0; first < events; first += 1 << 14) {
            index.append(Pages.page(5, first, 1 << 14, 100));
        }

        assertThat(index.columnBytes()).isEqualTo((long) events * HeaderIndex.BYTES_PER_EVENT);
        assertThat(HeaderIndex.BYTES_PER_EVENT).isEqualTo(36);
    }

    @Test
    void a_reader_beside_the_writer_sees_a_prefix_that_never_changes() throws Exception {
        int events = 300_000;
        Callable<Integer> reading = () -> {
            int seen = 0;
            while (seen < events) {
                int size = index.size();
                for (int event = seen; event < size; event++) {
                    assertThat(index.version(event)).isEqualTo(event);
                    assertThat(index.stream(event)).isLessThan(index.streamCount());
                    assertThat(index.type(event)).isLessThan(index.typeNames().size());
                    assertThat(index.previousOfStream(event)).isLessThan(event);
                }
                if (size > 0) {
                    readStreams(size);
                }
                seen = size;
            }
            return seen;
        };

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var readers = IntStream.range(0, 2).mapToObj(_ -> threads.submit(reading)).toList();
            for (int first = 0; first < events; first += 1_000) {
                index.append(Pages.page(4, first, 1_000, 1 + first / 100));
            }
            for (var reader : readers) {
                assertThat(reader.get()).isEqualTo(events);
            }
        }
    }

    /// The list of a stream is whole: it holds every event of it below the size that was seen before asking.
    private void readStreams(int size) {
        int stream = index.stream(size - 1);
        int[] ordinals = index.eventsOf(stream);
        assertThat(ordinals).isSorted().contains(size - 1);
        assertThat(IntStream.of(ordinals)).allMatch(event -> index.stream(event) == stream);
        for (int i = 1; i < ordinals.length; i++) {
            assertThat(index.previousOfStream(ordinals[i])).isEqualTo(ordinals[i - 1]);
        }
        assertThat(index.previousOfStream(ordinals[0])).isEqualTo(-1);
    }
}
