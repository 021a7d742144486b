package io.hindcast.connector.tck;

import io.hindcast.event.Event;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What is in the store that the contract opens: every event in the order in which the store gives all of them.
///
/// Stream, type and order are always compared. A store that cannot keep one of the other aspects (a spreadsheet has no
/// event ids, a `jsonb` column rewrites its text) says so with [#withoutComparing].
///
/// @param events what reading the whole store must give
/// @param compared which aspects of an event must be equal, beside stream and type
public record KnownHistory(List<Event> events, Set<Aspect> compared) {
    /// A part of an event that a store may be unable to keep.
    public enum Aspect {
        CATEGORY,
        VERSION,
        POSITION,
        ID,
        RECORDED_TIME,
        /// The body, byte for byte.
        DATA,
        /// The metadata, byte for byte.
        METADATA
    }

    public KnownHistory {
        events = List.copyOf(events);
        compared = Set.copyOf(compared);
        if (events.size() < 4) {
            throw new IllegalArgumentException("a history of at least 4 events is needed to test paging");
        }
    }

    /// A history that the store must give in all aspects.
    public static KnownHistory of(List<Event> events) {
        return new KnownHistory(events, EnumSet.allOf(Aspect.class));
    }

    public KnownHistory withoutComparing(Aspect... lost) {
        var rest = EnumSet.copyOf(compared);
        List.of(lost).forEach(rest::remove);
        return new KnownHistory(events, rest);
    }

    /// One line that is equal for events that are equal in the compared aspects, and tells a person where they differ.
    String lineOf(Event event) {
        var line = new StringBuilder(event.stream()).append(" | ").append(event.type());
        for (Aspect aspect : Aspect.values()) {
            if (compared.contains(aspect)) {
                line.append(" | ").append(partOf(event, aspect));
            }
        }
        return line.toString();
    }

    private static String partOf(Event event, Aspect aspect) {
        return switch (aspect) {
            case CATEGORY -> event.category();
            case VERSION -> event.version().isPresent() ? "v" + event.version().getAsLong() : "no version";
            case POSITION -> event.position().map(place -> "#" + place).orElse("no position");
            case ID -> event.id().orElse("no id");
            case RECORDED_TIME -> event.recordedAt().map(Object::toString).orElse("no time");
            case DATA -> event.data().text();
            case METADATA -> event.metadata().text();
        };
    }
}
