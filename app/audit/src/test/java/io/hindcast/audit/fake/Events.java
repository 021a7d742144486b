package io.hindcast.audit.fake;

import io.hindcast.event.ByteSlice;
import io.hindcast.event.Event;
import io.hindcast.event.Position;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/// Makes events by hand, sound ones first, and spoils single ones.
public final class Events {
    public static final Instant START = Instant.parse("2026-01-01T08:00:00Z");

    private Events() {}

    /// Three accounts that take turns, a minute apart: positions from 1, versions from 1, each caused by the event before.
    public static List<Event> sound(int count) {
        var events = new ArrayList<Event>();
        for (int i = 0; i < count; i++) {
            events.add(sound("account-" + i % 3, 1 + i / 3, 1 + i));
        }
        return events;
    }

    /// The event of a sound history at a position.
    public static Event sound(String stream, long version, long position) {
        String cause = position == 1 ? "null" : "\"e" + (position - 1) + "\"";
        return new Event(
                stream,
                "account",
                OptionalLong.of(version),
                Optional.of(Position.of(position)),
                Optional.of("e" + position),
                "Deposited",
                Optional.of(START.plusSeconds(60 * position)),
                ByteSlice.ofText("{\"amount\":" + position + ",\"valueDate\":\"2026-01-01\"}"),
                ByteSlice.ofText("{\"causationId\":" + cause + "}"),
                Optional.empty());
    }

    /// The same history with one event changed.
    public static List<Event> with(List<Event> events, int at, UnaryOperator<Event> change) {
        var changed = new ArrayList<>(events);
        changed.set(at, change.apply(changed.get(at)));
        return changed;
    }

    public static Event version(Event event, long version) {
        return new Event(event.stream(), event.category(), OptionalLong.of(version), event.position(), event.id(), event.type(), event.recordedAt(), event.data(), event.metadata(), event.trouble());
    }

    public static Event id(Event event, String id) {
        return new Event(event.stream(), event.category(), event.version(), event.position(), Optional.of(id), event.type(), event.recordedAt(), event.data(), event.metadata(), event.trouble());
    }

    public static Event type(Event event, String type) {
        return new Event(event.stream(), event.category(), event.version(), event.position(), event.id(), type, event.recordedAt(), event.data(), event.metadata(), event.trouble());
    }

    public static Event recordedAt(Event event, Instant instant) {
        return new Event(event.stream(), event.category(), event.version(), event.position(), event.id(), event.type(), Optional.of(instant), event.data(), event.metadata(), event.trouble());
    }

    public static Event data(Event event, String data) {
        return data(event, ByteSlice.ofText(data));
    }

    public static Event data(Event event, ByteSlice data) {
        return new Event(event.stream(), event.category(), event.version(), event.position(), event.id(), event.type(), event.recordedAt(), data, event.metadata(), event.trouble());
    }

    public static Event metadata(Event event, String metadata) {
        return new Event(event.stream(), event.category(), event.version(), event.position(), event.id(), event.type(), event.recordedAt(), event.data(), ByteSlice.ofText(metadata), event.trouble());
    }

    public static Event trouble(Event event, String trouble) {
        return new Event(event.stream(), event.category(), event.version(), event.position(), event.id(), event.type(), event.recordedAt(), event.data(), event.metadata(), Optional.of(trouble));
    }
}
