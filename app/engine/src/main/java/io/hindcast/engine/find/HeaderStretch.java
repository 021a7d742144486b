package io.hindcast.engine.find;

import io.hindcast.connector.EventCursor;
import io.hindcast.connector.EventSource;
import io.hindcast.connector.ReadRequest;
import io.hindcast.connector.ReadRequest.Detail;
import io.hindcast.connector.SourceInfo.Capability;
import io.hindcast.event.Bookmark;
import io.hindcast.event.Event;
import io.hindcast.event.EventPage;
import java.util.Optional;
import java.util.function.Predicate;

/// From the first to the last page of a reading that holds an event wanted. No store is asked for a stretch of time: few
/// have an index that serves it, clocks go back, and only the headers tell which events lie in it. So the headers are
/// gone through once, and bodies are read where they are wanted.
///
/// @param behind where to begin; at the beginning when absent
/// @param rows how many events lie from there to the last page that is wanted; 0 when none is
public record HeaderStretch(Optional<Bookmark> behind, long rows) {
    /// Whether going through the headers first spares more than it costs: they come without bodies, from a server.
    public static boolean pays(EventSource source) {
        return source.isFar() && source.info().capabilities().contains(Capability.CHEAP_HEADERS);
    }

    /// Goes through the headers.
    ///
    /// @param wanted asked of events without bodies, which may lack ids
    /// @param most nobody wants more events than so many
    public static HeaderStretch of(EventSource source, ReadRequest request, Predicate<Event> wanted, long most) {
        Optional<Bookmark> behind = request.after();
        Optional<Bookmark> before = behind;
        long rows = 0;
        long sinceFirst = 0;
        long found = 0;
        try (var cursor = source.read(request.withDetail(Detail.OUTLINE))) {
            for (var page = cursor.next(); page.isPresent() && found <= most; page = cursor.next()) {
                long here = count(page.get(), wanted);
                if (here > 0 && found == 0) {
                    behind = before;
                    sinceFirst = 0;
                }
                sinceFirst += page.get().size();
                found += here;
                rows = here > 0 ? sinceFirst : rows;
                before = Optional.of(page.get().bookmark());
            }
        }
        return new HeaderStretch(behind, rows);
    }

    private static long count(EventPage page, Predicate<Event> wanted) {
        long count = 0;
        for (int row = 0; row < page.size(); row++) {
            count += wanted.test(page.event(row)) ? 1 : 0;
        }
        return count;
    }

    /// The pages of the stretch; the last may reach a little over its end.
    ///
    /// @param request the one that the stretch was found for
    public EventCursor pages(EventSource source, ReadRequest request) {
        return new Pages(source.read(behind.map(request::after).orElse(request)), rows);
    }

    private static final class Pages implements EventCursor {
        private final EventCursor cursor;
        private long left;

        Pages(EventCursor cursor, long rows) {
            this.cursor = cursor;
            this.left = rows;
        }

        @Override
        public Optional<EventPage> next() {
            if (left <= 0) {
                return Optional.empty();
            }
            var page = cursor.next();
            left -= page.map(EventPage::size).orElse(0);
            return page;
        }

        @Override
        public void close() {
            cursor.close();
        }
    }
}
