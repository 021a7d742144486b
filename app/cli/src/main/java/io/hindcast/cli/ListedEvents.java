package io.hindcast.cli;

import io.hindcast.cli.output.Rows;
import io.hindcast.connector.EventCursor;
import io.hindcast.engine.fold.Spelling;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.event.Event;
import io.hindcast.event.EventPage;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/// Prints those of the events read that are wanted, and counts.
final class ListedEvents {
    /// More different types than this are no list that anybody could have misspelt.
    private static final int TYPES = 1_000;

    private final Predicate<Event> wanted;
    private final long limit;
    private final Cancellation cancellation;
    private final Set<String> types = new TreeSet<>();
    private long scanned;
    private long found;
    private long last = Long.MIN_VALUE;
    private boolean isFull;

    ListedEvents(Predicate<Event> wanted, long limit, Cancellation cancellation) {
        this.wanted = wanted;
        this.limit = limit;
        this.cancellation = cancellation;
    }

    /// @param first the first page of the cursor, which was taken from it already
    void print(Optional<EventPage> first, EventCursor cursor, EventRow shape, Rows rows) {
        for (var page = first; page.isPresent(); page = cursor.next()) {
            print(page.get(), shape, rows);
            if (isFull || isStopped()) {
                return;
            }
        }
    }

    private void print(EventPage page, EventRow shape, Rows rows) {
        for (int row = 0; row < page.size(); row++) {
            Event event = page.event(row);
            last = Math.max(last, event.version().orElse(Long.MIN_VALUE));
            if (types.size() < TYPES) {
                types.add(event.type());
            }
            if (wanted.test(event)) {
                if (found == limit) {
                    isFull = true;
                    return;
                }
                rows.add(shape.of(event));
                found++;
            }
        }
        scanned += page.size();
    }

    long scanned() {
        return scanned;
    }

    long found() {
        return found;
    }

    /// Whether as many events were printed as were asked for, and there are more.
    boolean isFull() {
        return isFull;
    }

    boolean isStopped() {
        return cancellation.isCancelled();
    }

    /// The highest version read.
    OptionalLong last() {
        return last == Long.MIN_VALUE ? OptionalLong.empty() : OptionalLong.of(last);
    }

    /// That no event read has this type, and which one may have been meant; nothing where one has it.
    Optional<String> withoutType(String type) {
        if (found > 0 || types.size() == TYPES || types.stream().anyMatch(one -> EventsVerb.isOfType(one, type))) {
            return Optional.empty();
        }
        Set<String> simple = new TreeSet<>();
        types.forEach(one -> simple.add(EventsVerb.simpleName(one)));
        return Optional.of("None of the %,d events read is of the type %s%s"
                .formatted(scanned, type, Spelling.nearest(type, simple).map("; did you mean %s?"::formatted).orElse(".")));
    }
}
