package io.hindcast.audit.capsule;

import io.hindcast.connector.EventCursor;
import io.hindcast.connector.EventSource;
import io.hindcast.connector.ReadRequest;
import io.hindcast.event.Bookmark;
import io.hindcast.event.EventPage;
import io.hindcast.event.Position;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/// A few streams of a store as if it held no others: each is read on its own, and they are put into the order of the
/// store, by position, else by recorded time. The order within a stream stays. A page has one event: nobody but a capsule reads this.
final class SideBySide implements EventCursor {
    private static final int PAGE = 1_000;

    private final List<Feed> feeds = new ArrayList<>();
    private @Nullable PriorityQueue<Feed> waiting;

    SideBySide(EventSource source, SortedSet<String> streams) {
        for (String stream : streams) {
            feeds.add(new Feed(feeds.size(), source.read(ReadRequest.stream(stream).withPageSize(PAGE))));
        }
    }

    /// One stream, at its next event.
    private static final class Feed {
        private static final Comparator<Feed> ORDER = Comparator.comparingLong(Feed::high)
                .thenComparingLong(Feed::low)
                .thenComparingLong(Feed::second)
                .thenComparingInt(Feed::nano)
                .thenComparingInt(feed -> feed.number);

        private final int number;
        private final EventCursor pages;
        private @Nullable EventPage page;
        private int row;

        Feed(int number, EventCursor pages) {
            this.number = number;
            this.pages = pages;
        }

        boolean advance() {
            row++;
            if (page == null || row == page.size()) {
                page = pages.next().orElse(null);
                row = 0;
            }
            return page != null;
        }

        private EventPage here() {
            if (page == null) {
                throw new IllegalStateException("there is no next event");
            }
            return page;
        }

        private long high() {
            return here().isPositioned() ? here().positionHigh(row) : 0;
        }

        private long low() {
            return here().isPositioned() ? here().positionLow(row) : 0;
        }

        private long second() {
            return here().recordedSecond(row);
        }

        private int nano() {
            return here().recordedNano(row);
        }
    }

    @Override
    public Optional<EventPage> next() {
        PriorityQueue<Feed> queue = waiting == null ? begun() : waiting;
        waiting = queue;
        Feed first = queue.poll();
        if (first == null) {
            return Optional.empty();
        }
        EventPage one = alone(first.here(), first.row);
        if (first.advance()) {
            queue.add(first);
        }
        return Optional.of(one);
    }

    private PriorityQueue<Feed> begun() {
        var queue = new PriorityQueue<>(Feed.ORDER);
        feeds.stream().filter(Feed::advance).forEach(queue::add);
        return queue;
    }

    private static EventPage alone(EventPage page, int row) {
        var one = new EventPage.Builder(page.isPositioned(), 1);
        one.stream(page.stream(row), page.category(row)).type(page.type(row)).version(page.version(row));
        page.position(row).ifPresent((Position place) -> one.position(place.high(), place.low()));
        if (page.recordedSecond(row) != EventPage.NO_TIME) {
            one.recordedAt(page.recordedSecond(row), page.recordedNano(row));
        }
        page.id(row).ifPresent(one::id);
        one.data(page.data(row).copy()).metadata(page.metadata(row).copy());
        page.trouble(row).ifPresent(one::trouble);
        one.endRow();
        return one.build(new Bookmark(""));
    }

    @Override
    public void close() {
        feeds.forEach(feed -> feed.pages.close());
    }
}
