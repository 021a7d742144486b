package io.hindcast.connector.tck;

import io.hindcast.connector.EventSource;
import io.hindcast.connector.ReadRequest;
import io.hindcast.event.Bookmark;
import io.hindcast.event.Event;
import io.hindcast.event.EventPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

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

    /// Reads some pages of a request and closes the cursor, then the rest from the bookmark of the last of them.
    ///
    /// @param pages before the cursor is closed, at least one
    /// @throws AssertionError if a page is empty or fuller than asked for
    public static ReadOut inTwo(EventSource source, ReadRequest request, int pages) {
        var all = new ArrayList<EventPage>();
        try (var cursor = source.read(request)) {
            for (int i = 0; i < pages; i++) {
                cursor.next().ifPresent(all::add);
            }
        }
        if (!all.isEmpty()) {
            all.addAll(of(source, request.after(all.getLast().bookmark())).pages());
        }
        return new ReadOut(all);
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

    /// The stream that most of the events belong to; of several the last by name.
    ///
    /// @throws java.util.NoSuchElementException if there are no events
    public String longestStream() {
        var counts = events().stream().collect(Collectors.groupingBy(Event::stream, Collectors.counting()));
        return counts.entrySet().stream()
                .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .orElseThrow()
                .getKey();
    }

    public List<Bookmark> bookmarks() {
        return pages.stream().map(EventPage::bookmark).toList();
    }
}
