package io.hindcast.connector.tck;

import io.hindcast.connector.EventSource;
import io.hindcast.connector.ReadRequest;
import io.hindcast.event.Bookmark;
import io.hindcast.event.Event;
import io.hindcast.event.EventPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Everything that one request gave, page by page.
public record ReadOut(List<EventPage> pages) {
    public ReadOut {
        pages = List.copyOf(pages);
    }

    /// Reads a request to its end, and closes the cursor.
    ///
    /// @throws AssertionError if a page is empty or fuller than asked for
    public static ReadOut of(EventSource source, ReadRequest request) {
        var pages = new ArrayList<EventPage>();
        try (var cursor = source.read(request)) {
            for (Optional<EventPage> page = cursor.next(); page.isPresent(); page = cursor.next()) {
                int size = page.get().size();
                if (size < 1 || size > request.pageSize()) {
                    throw new AssertionError(
                            "a page of %d rows where 1 to %d were asked for".formatted(size, request.pageSize()));
                }
                pages.add(page.get());
            }
            if (cursor.next().isPresent()) {
                throw new AssertionError("a page after the end");
            }
        }
        return new ReadOut(pages);
    }

    public List<Event> events() {
        var events = new ArrayList<Event>();
        for (EventPage page : pages) {
            for (int row = 0; row < page.size(); row++) {
                events.add(page.event(row));
            }
        }
        return List.copyOf(events);
    }

    public List<Bookmark> bookmarks() {
        return pages.stream().map(EventPage::bookmark).toList();
    }
}
