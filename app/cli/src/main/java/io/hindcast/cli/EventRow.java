package io.hindcast.cli;

import io.hindcast.audit.mark.Mark;
import io.hindcast.audit.mark.MarkSet;
import io.hindcast.connector.SourceInfo;
import io.hindcast.engine.payload.CommonFields;
import io.hindcast.engine.payload.EffectiveTime;
import io.hindcast.engine.payload.PayloadDecoder;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.state.Absent;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Items;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import io.hindcast.event.Event;
import io.hindcast.event.Position;
import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// An event as a row of an answer, with the field names of the contract.
final class EventRow {
    static final List<String> COLUMNS = List.of(
            "stream",
            "category",
            "version",
            "position",
            "eventId",
            "type",
            "recordedAt",
            "effectiveAt",
            "actor",
            "correlationId",
            "causationId",
            "data",
            "metadata",
            "trouble");

    private final OpenStore store;
    private final PayloadDecoder decoder;
    /// By store of a workspace; one nearly always.
    private final IdentityHashMap<SourceInfo, CommonFields> places = new IdentityHashMap<>();

    private final MarkSet marks;

    EventRow(OpenStore store) {
        this(store, MarkSet.EMPTY);
    }

    /// @param marks those of an event stand in its row, as `marks`; an event without any has no such member
    EventRow(OpenStore store, MarkSet marks) {
        this.store = store;
        this.decoder = store.decoder();
        this.marks = marks;
    }

    Fields of(Event event) {
        SourceInfo info = store.infoOf(event.stream());
        CommonFields common = places.computeIfAbsent(info, CommonFields::of);
        StateValue data = decoder.decode(event.data(), info.data());
        StateValue metadata = decoder.decode(event.metadata(), info.metadata());
        var row = new LinkedHashMap<String, StateValue>();
        row.put("stream", new Text(event.stream()));
        row.put("category", new Text(event.category()));
        row.put("version", number(event.version()));
        row.put("position", position(event.position()));
        row.put("eventId", text(event.id()));
        row.put("type", new Text(event.type()));
        row.put("recordedAt", instant(event.recordedAt()));
        row.put("effectiveAt", text(common.effectiveAt(data, metadata).map(EffectiveTime::text)));
        row.put("data", orNull(data));
        row.put("metadata", orNull(metadata));
        row.put("actor", text(common.actor(data, metadata)));
        row.put("correlationId", text(common.correlationId(data, metadata)));
        row.put("causationId", text(common.causationId(data, metadata)));
        event.trouble().ifPresent(reason -> row.put("trouble", new Text(reason)));
        List<Mark> here = marks.of(event);
        if (!here.isEmpty()) {
            var brief = new MarkRow(marks.legend());
            row.put("marks", new Items(here.stream().<StateValue>map(brief::brief).toList()));
        }
        return Fields.of(row);
    }

    static StateValue number(OptionalLong value) {
        return value.isPresent() ? Num.of(value.getAsLong()) : Null.NULL;
    }

    static StateValue text(Optional<String> value) {
        return value.<StateValue>map(Text::new).orElse(Null.NULL);
    }

    static StateValue instant(Optional<Instant> value) {
        return text(value.map(Instant::toString));
    }

    /// A number where the store has one number, text where a position has two parts.
    static StateValue position(Optional<Position> value) {
        return value.<StateValue>map(place -> place.high() == 0 ? Num.of(place.low()) : new Text(place.toString()))
                .orElse(Null.NULL);
    }

    private static StateValue orNull(StateValue value) {
        return value instanceof Absent ? Null.NULL : value;
    }
}
