package io.hindcast.audit.mark;

import io.hindcast.audit.mark.Binding.ToEvent;
import io.hindcast.audit.mark.Binding.ToStore;
import io.hindcast.audit.mark.Binding.ToStream;
import io.hindcast.audit.seal.Hash;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.Text;
import io.hindcast.event.Position;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/// A binding as JSON, and back.
final class BindingText {
    private BindingText() {}

    static Fields of(Binding binding) {
        return switch (binding) {
            case ToEvent event -> of(event);
            case ToStream stream -> of(stream);
            case ToStore store -> start("store", store).build();
        };
    }

    private static Fields.Builder start(String to, Binding binding) {
        StoreName store = binding.store();
        return Fields.builder(12)
                .put("to", new Text(to))
                .put(
                        "store",
                        Fields.builder(3)
                                .put("system", new Text(store.system()))
                                .put("layout", new Text(store.layout()))
                                .put("location", new Text(store.location()))
                                .build());
    }

    private static Fields of(ToEvent event) {
        Fields.Builder fields = start("event", event).put("stream", new Text(event.streamName()));
        event.version().ifPresent(version -> fields.put("version", Num.of(version)));
        event.position().ifPresent(position -> fields.put("position", new Text(position.toString())));
        event.eventId().ifPresent(id -> fields.put("eventId", new Text(id)));
        fields.put("type", new Text(event.type()));
        event.recordedAt().ifPresent(at -> fields.put("recordedAt", new Text(at.toString())));
        return fields.put("event", hash(event.event()))
                .put("data", hash(event.data()))
                .put("metadata", hash(event.metadata()))
                .build();
    }

    private static Fields of(ToStream stream) {
        Fields.Builder fields = start("stream", stream).put("stream", new Text(stream.streamName()));
        stream.version().ifPresent(version -> fields.put("version", Num.of(version)));
        return fields.put("events", Num.of(stream.events())).put("head", hash(stream.head())).build();
    }

    private static Text hash(Hash hash) {
        return new Text(hash.toString());
    }

    /// @throws IllegalArgumentException or a DateTimeException when this is no binding
    static Binding read(Fields fields) {
        Fields named = fields.field("store") instanceof Fields store ? store : Fields.EMPTY;
        var store = new StoreName(
                MarkText.text(named, "system"), MarkText.text(named, "layout"), MarkText.text(named, "location"));
        String stream = MarkText.text(fields, "stream");
        return switch (MarkText.text(fields, "to")) {
            case "event" ->
                new ToEvent(
                        store,
                        stream,
                        number(fields, "version"),
                        optional(fields, "position").flatMap(Position::parse),
                        optional(fields, "eventId"),
                        MarkText.text(fields, "type"),
                        optional(fields, "recordedAt").map(Instant::parse),
                        Hash.parse(MarkText.text(fields, "event")),
                        Hash.parse(MarkText.text(fields, "data")),
                        Hash.parse(MarkText.text(fields, "metadata")));
            case "stream" ->
                new ToStream(
                        store,
                        stream,
                        number(fields, "version"),
                        number(fields, "events").orElseThrow(() -> new IllegalArgumentException("no number of events")),
                        Hash.parse(MarkText.text(fields, "head")));
            case "store" -> new ToStore(store);
            default -> throw new IllegalArgumentException("bound to nothing known");
        };
    }

    private static OptionalLong number(Fields fields, String name) {
        return fields.field(name) instanceof Num number && number.isShort() && number.scale() == 0
                ? OptionalLong.of(number.unscaled())
                : OptionalLong.empty();
    }

    private static Optional<String> optional(Fields fields, String name) {
        return fields.field(name) instanceof Text(String text) ? Optional.of(text) : Optional.empty();
    }
}
