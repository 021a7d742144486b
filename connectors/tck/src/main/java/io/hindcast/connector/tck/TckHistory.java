package io.hindcast.connector.tck;

import io.hindcast.event.ByteSlice;
import io.hindcast.event.Event;
import io.hindcast.event.Position;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// The canonical small history: three streams of two categories, interleaved, with what breaks careless readers:
/// numbers that a `double` cannot hold, text beyond ASCII, nulls, an empty body, equal times, a clock that goes back.
///
/// Write it into a store with the system's own means, then let the contract read it back.
public final class TckHistory {
    private record Fact(String stream, String type, String time, String data, String metadata) {}

    private static final String ADA = "{\"user\":\"ada\",\"correlationId\":\"c-1\"}";
    private static final String BEN = "{\"user\":\"ben\",\"correlationId\":\"c-2\",\"effectiveDate\":\"2026-01-31\"}";

    private static final List<Fact> FACTS = List.of(
            new Fact("account-1", "Opened", "2026-01-31T23:59:59.999Z", "{\"owner\":\"Zoë 李 🦉\",\"limit\":null}", ADA),
            new Fact("account-1", "Deposited", "2026-01-31T23:59:59.999Z", "{\"amount\":10.00}", ADA),
            new Fact("account-2", "Opened", "2026-02-01T00:00:00.000Z", "{\"owner\":\"\\u0042en \\\"B\\\"\"}", BEN),
            new Fact("invoice-7", "Issued", "2026-02-01T08:30:00.001Z", "{\"lines\":[{\"no\":1,\"sum\":0.10}]}", ADA),
            new Fact("account-1", "Withdrawn", "2026-02-01T09:00:00.100Z", "{\"amount\":-5}", BEN),
            new Fact("account-2", "Deposited", "2026-02-01T08:59:59.000Z", "{\"amount\":3544790567247868102}", BEN),
            new Fact("invoice-7", "Reminded", "2026-02-15T12:00:00.000Z", "{}", ADA),
            new Fact("account-2", "Deposited", "2026-02-16T07:15:30.250Z", "{\"amount\":0.1234567890123456789}", ADA),
            new Fact(
                    "account-1", "Deposited", "2026-03-29T00:59:59.999Z", "{\"amount\":1E-30,\"note\":\"a;b,c\"}", ADA),
            new Fact("account-1", "Renamed", "2026-03-29T01:00:00.000Z", "{\"owner\":\"line\\nbreak\"}", BEN),
            new Fact("invoice-7", "Paid", "2026-03-31T21:59:59.999Z", "{\"sum\":0.10,\"by\":\"account-1\"}", BEN),
            new Fact("account-2", "Closed", "2026-03-31T22:00:00.000Z", "{\"reason\":\"\"}", ADA));

    private TckHistory() {}

    /// The events with versions that start at `firstVersion` in every stream, and positions 1 to 12.
    public static List<Event> events(long firstVersion) {
        var events = new ArrayList<Event>();
        Map<String, Long> next = new HashMap<>();
        for (Fact fact : FACTS) {
            long version = next.getOrDefault(fact.stream, firstVersion);
            next.put(fact.stream, version + 1);
            int number = events.size() + 1;
            events.add(new Event(
                    fact.stream,
                    fact.stream.substring(0, fact.stream.indexOf('-')),
                    OptionalLong.of(version),
                    Optional.of(Position.of(number)),
                    Optional.of("00000000-0000-4000-8000-%012d".formatted(number)),
                    fact.type,
                    Optional.of(Instant.parse(fact.time)),
                    ByteSlice.ofText(fact.data),
                    ByteSlice.ofText(fact.metadata),
                    Optional.empty()));
        }
        return List.copyOf(events);
    }
}
