package io.hindcast.desktop.fake;

import io.hindcast.connector.MappingGuess;
import io.hindcast.connector.MappingGuess.Part;
import io.hindcast.engine.session.MappingTrial;
import io.hindcast.event.Event;
import io.hindcast.event.EventPage;
import io.hindcast.event.Bookmark;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// A table of bookings that no known system wrote.
final class FakeMapping {
    private static final String TEXT =
            """
            # What the table public.booking may mean.
            system = booking

            [recognise]
            table   = booking
            columns = account line kind booked_at body

            [events]
            stream = {account}
            version = {line}
            type = {kind}
            recorded = {booked_at} | time iso
            data = {body}
            """;

    private FakeMapping() {}

    static MappingGuess guess() {
        return new MappingGuess(
                "public.booking",
                TEXT,
                List.of(
                        new Part("stream", "{account}", "a key of the table together with line", List.of("CH93-0001", "CH93-0002"), List.of()),
                        new Part("version", "{line}", "a whole number, and a key together with account", List.of("1", "2", "3"), List.of()),
                        new Part("type", "{kind}", "its name says so", List.of("Deposited", "Withdrawn"), List.of("branch")),
                        new Part("recorded", "{booked_at} | time iso", "it tells moments", List.of("2026-03-01T10:00:00Z"), List.of("value_date")),
                        new Part("data", "{body}", "it holds JSON objects", List.of("{\"amount\": 12.50}"), List.of())),
                List.of("branch", "value_date"),
                List.of("stream", "category", "version", "position", "id", "type", "recorded", "data", "metadata"));
    }

    /// A mapping without a stream is refused, as the real ones do.
    static MappingTrial trial(String text) {
        return text.contains("stream = ")
                ? new MappingTrial(IntStream.range(0, 40).mapToObj(FakeMapping::event).toList(), true, Optional.empty())
                : new MappingTrial(List.of(), true, Optional.of("the mapping, line 8: [events] needs a line 'stream = …'"));
    }

    private static Event event(int row) {
        var page = new EventPage.Builder(true, 1);
        byte[] body = "{\"amount\": %d.50, \"text\": \"Rent, as agreed\"}".formatted(row).getBytes(StandardCharsets.UTF_8);
        page.stream("CH93-000" + (1 + row % 2), "");
        page.type(row % 3 == 0 ? "Withdrawn" : "Deposited");
        page.version(1 + row / 2);
        page.recordedAt(Instant.parse("2026-03-01T10:00:00Z").plusSeconds(60L * row));
        page.data(body, 0, body.length);
        page.endRow();
        return page.build(new Bookmark("end")).event(0);
    }
}
