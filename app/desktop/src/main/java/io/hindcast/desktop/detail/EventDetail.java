package io.hindcast.desktop.detail;

import io.hindcast.desktop.value.HexText;
import io.hindcast.desktop.value.JsonText;
import io.hindcast.desktop.value.Line;
import io.hindcast.engine.payload.CommonFields;
import io.hindcast.engine.replay.StreamHistory;
import io.hindcast.engine.state.Opaque;
import io.hindcast.engine.state.StateValue;
import io.hindcast.event.Event;
import io.hindcast.event.EventField;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One event with everything that can be said about it.
///
/// @param common the fields that mean the same in every store, as far as this one has them
/// @param troubles what is odd about it, one sentence each
record EventDetail(
        Event event,
        StateValue data,
        StateValue metadata,
        List<Line> body,
        List<Line> metadataLines,
        List<Line> raw,
        Map<EventField, String> common,
        List<String> troubles) {

    /// Decodes; not for the screen's thread.
    static EventDetail of(StreamHistory history, CommonFields fields, int index) {
        Event event = history.event(index);
        StateValue data = history.data(index);
        StateValue metadata = history.metadata(index);
        var common = new EnumMap<EventField, String>(EventField.class);
        for (EventField field : EventField.values()) {
            fields.text(field, data, metadata).ifPresent(text -> common.put(field, text));
        }
        return new EventDetail(
                event,
                data,
                metadata,
                JsonText.lines(data),
                JsonText.lines(metadata),
                HexText.lines(event.data()),
                common,
                troubles(history, event, data, metadata, index));
    }

    private static List<String> troubles(
            StreamHistory history, Event event, StateValue data, StateValue metadata, int index) {
        var troubles = new ArrayList<String>();
        event.trouble().ifPresent(troubles::add);
        reason(data).ifPresent(troubles::add);
        reason(metadata).ifPresent(troubles::add);
        history.problems().stream()
                .filter(problem -> problem.index() == index)
                .map(problem -> problem.reason())
                .filter(reason -> !troubles.contains(reason))
                .forEach(troubles::add);
        return troubles;
    }

    private static Optional<String> reason(StateValue value) {
        return value instanceof Opaque opaque ? Optional.of(opaque.reason()) : Optional.empty();
    }

    /// Whether the body's bytes could not be read as a value.
    boolean isUnreadable() {
        return data instanceof Opaque;
    }
}
