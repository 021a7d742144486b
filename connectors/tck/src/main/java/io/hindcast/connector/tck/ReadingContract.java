package io.hindcast.connector.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.connector.EventSource;
import io.hindcast.connector.ReadRequest;
import io.hindcast.connector.ReadRequest.Detail;
import io.hindcast.connector.ReadRequest.Selection;
import io.hindcast.connector.ReadRequest.VersionRange;
import io.hindcast.event.Bookmark;
import io.hindcast.event.Event;
import io.hindcast.event.EventPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What reading promises: order, paging, bookmarks, selections, detail, threads.
/// Extend [ConnectorContract], which adds the rest.
public abstract class ReadingContract extends StoreUnderTest {
    static final ReadRequest ALL = ReadRequest.store(Detail.FULL);

    protected ReadingContract() {}

    @Test
    void the_whole_store_gives_every_event_in_order() {
        assertThat(linesOf(ALL)).isEqualTo(lines(known().events()));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 1000})
    void the_size_of_a_page_changes_nothing(int size) {
        assertThat(linesOf(ALL.withPageSize(size))).isEqualTo(lines(known().events()));
        for (String stream : streamNames()) {
            assertThat(linesOf(ReadRequest.stream(stream).withPageSize(size))).isEqualTo(lines(knownOf(stream)));
        }
    }

    @Test
    void reading_twice_gives_the_same() {
        assertThat(linesOf(ALL)).isEqualTo(linesOf(ALL));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void a_bookmark_of_the_store_resumes_behind_its_page(int size) {
        assertEveryBookmarkResumes(source(), ALL.withPageSize(size));
    }

    @Test
    void a_bookmark_resumes_in_a_source_that_was_opened_anew() {
        try (var other = opened()) {
            assertEveryBookmarkResumes(other, ALL.withPageSize(2));
        }
    }

    @Test
    void a_bookmark_of_a_stream_or_category_resumes_behind_its_page() {
        for (String stream : streamNames()) {
            assertEveryBookmarkResumes(source(), ReadRequest.stream(stream).withPageSize(1));
            assertEveryBookmarkResumes(source(), ReadRequest.stream(stream).withPageSize(2));
        }
        for (String category : categories()) {
            assertEveryBookmarkResumes(source(), category(category).withPageSize(2));
        }
    }

    @Test
    void a_bookmark_taken_with_bodies_serves_without_them() {
        var pages = ReadOut.of(source(), ALL.withPageSize(2));
        var first = pages.bookmarks().getFirst();

        var rest = ReadOut.of(source(), ALL.withDetail(Detail.HEADERS).after(first))
                .events();

        var all = known().events();
        assertThat(rest).hasSize(all.size() - pages.pages().getFirst().size());
        assertThat(rest).extracting(Event::type).endsWith(all.getLast().type());
    }

    @Test
    void a_stream_is_given_by_version() {
        for (String stream : streamNames()) {
            assertThat(linesOf(ReadRequest.stream(stream))).isEqualTo(lines(knownOf(stream)));
        }
    }

    @Test
    void a_range_of_versions_excludes_its_lower_and_includes_its_upper_end() {
        for (String stream : streamNames()) {
            var versions = knownOf(stream).stream()
                    .flatMapToLong(event -> event.version().stream())
                    .distinct()
                    .toArray();
            for (int low = 0; low < versions.length; low++) {
                for (int high = low; high < versions.length; high++) {
                    assertRange(stream, new VersionRange(versions[low], versions[high]));
                }
                assertRange(stream, new VersionRange(Long.MIN_VALUE, versions[low]));
                assertRange(stream, new VersionRange(versions[low], Long.MAX_VALUE));
            }
        }
    }

    @Test
    void a_category_gives_its_events_in_the_order_of_the_store() {
        var all = ReadOut.of(source(), ALL).events();
        for (String category : categories()) {
            var own = all.stream()
                    .filter(event -> event.category().equals(category))
                    .toList();
            assertThat(linesOf(category(category))).isEqualTo(lines(own));
        }
    }

    @Test
    void headers_are_events_without_bodies() {
        var headers = ReadOut.of(source(), ALL.withDetail(Detail.HEADERS)).events();
        var events = ReadOut.of(source(), ALL).events();

        assertThat(headers).allMatch(header -> header.data().isEmpty(), "has no data");
        assertThat(headers).allMatch(header -> header.metadata().isEmpty(), "has no metadata");
        var headKnown = new KnownHistory(known().events(), headAspects());
        assertThat(headers)
                .extracting(headKnown::lineOf)
                .isEqualTo(events.stream().map(headKnown::lineOf).toList());
    }

    @Test
    void an_outline_is_headers_whose_ids_may_be_absent() {
        var outline = ReadOut.of(source(), ALL.withDetail(Detail.OUTLINE)).events();
        var headers = ReadOut.of(source(), ALL.withDetail(Detail.HEADERS)).events();

        assertThat(outline).extracting(ReadingContract::withoutId).isEqualTo(headers.stream()
                .map(ReadingContract::withoutId)
                .toList());
    }

    private static Event withoutId(Event event) {
        return new Event(
                event.stream(),
                event.category(),
                event.version(),
                event.position(),
                Optional.empty(),
                event.type(),
                event.recordedAt(),
                event.data(),
                event.metadata(),
                event.trouble());
    }

    @Test
    void what_does_not_exist_gives_nothing() {
        assertThat(linesOf(ReadRequest.stream("no such stream, 無"))).isEmpty();
        assertThat(linesOf(ReadRequest.stream("'; -- \" %_\\"))).isEmpty();
        assertThat(linesOf(category("no such category, 無"))).isEmpty();
    }

    @Test
    void two_cursors_in_one_thread_do_not_disturb_each_other() {
        var one = new ArrayList<Event>();
        var other = new ArrayList<Event>();
        try (var first = source().read(ALL.withPageSize(1));
                var second = source().read(ALL.withPageSize(1))) {
            boolean more = true;
            while (more) {
                boolean firstGoesOn = takePage(first.next(), one);
                more = takePage(second.next(), other) || firstGoesOn;
            }
        }
        assertThat(lines(one)).isEqualTo(lines(known().events()));
        assertThat(lines(other)).isEqualTo(lines(known().events()));
    }

    @Test
    void two_threads_may_read_at_once() throws Exception {
        var start = new CyclicBarrier(2);
        Callable<List<String>> reading = () -> {
            start.await(1, TimeUnit.MINUTES);
            return linesOf(ALL.withPageSize(1));
        };
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var result : threads.invokeAll(List.of(reading, reading))) {
                assertThat(result.get()).isEqualTo(lines(known().events()));
            }
        }
    }

    static ReadRequest category(String name) {
        return new ReadRequest(
                new Selection.Category(name),
                Optional.empty(),
                VersionRange.all(),
                ReadRequest.Direction.FORWARD,
                Detail.FULL,
                ReadRequest.DEFAULT_PAGE_SIZE);
    }

    final List<String> categories() {
        return ReadOut.of(source(), ALL).events().stream()
                .map(Event::category)
                .distinct()
                .toList();
    }

    /// Resuming `where` at each bookmark of a read gives what followed it there.
    final void assertEveryBookmarkResumes(EventSource where, ReadRequest request) {
        var whole = ReadOut.of(source(), request);
        var all = lines(whole.events());
        int seen = 0;
        for (EventPage page : whole.pages()) {
            seen += page.size();
            Bookmark bookmark = page.bookmark();
            assertThat(lines(ReadOut.of(where, request.after(bookmark)).events()))
                    .as("after bookmark \"%s\" behind row %d", bookmark.text(), seen)
                    .isEqualTo(all.subList(seen, all.size()));
        }
    }

    private void assertRange(String stream, VersionRange range) {
        var own = knownOf(stream).stream()
                .filter(event -> event.version().isPresent()
                        && event.version().getAsLong() > range.after()
                        && event.version().getAsLong() <= range.upTo())
                .toList();
        var request = ReadRequest.stream(stream).withVersions(range);
        assertThat(linesOf(request)).as("%s %s", stream, range).isEqualTo(lines(own));
        assertThat(linesOf(request.withPageSize(1))).as("%s %s", stream, range).isEqualTo(lines(own));
    }

    private Set<KnownHistory.Aspect> headAspects() {
        return known().withoutComparing(KnownHistory.Aspect.DATA, KnownHistory.Aspect.METADATA)
                .compared();
    }

    private static boolean takePage(Optional<EventPage> page, List<Event> into) {
        page.ifPresent(rows -> {
            for (int row = 0; row < rows.size(); row++) {
                into.add(rows.event(row));
            }
        });
        return page.isPresent();
    }
}
