package io.hindcast.desktop.detail;

import io.hindcast.desktop.focus.Masks;
import io.hindcast.desktop.focus.Shown;
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
/// @param place stream and version
/// @param id of the event, empty where the store keeps none
/// @param bytes of the body as text; empty where they hold something that is masked
/// @param common the fields that mean the same in every store, as far as this one has them
/// @param troubles what is odd about it, one sentence each
record EventDetail(
        Event event,
        String place,
        Optional<String> id,
        Shown data,
        Shown metadata,
        Optional<String> bytes,
        List<Line> body,
        List<Line> metadataLines,
        List<Line> raw,
        Map<EventField, String> common,
        List<String> troubles) {

    /// Decodes and masks; not for the screen's thread.
    ///
    /// @param hidden said in place of bytes that are not shown
    static EventDetail of(StreamHistory history, CommonFields fields, Masks masks, int index, String hidden) {
        Event event = history.event(index);
        StateValue data = history.data(index);
        StateValue metadata = history.metadata(index);
        var common = new EnumMap<EventField, String>(EventField.class);
        for (EventField field : EventField.values()) {
            fields.text(field, data, metadata).ifPresent(text -> common.put(field, masks.common(event, field, text)));
        }
        boolean hides = masks.hidesBytes(event, data);
        Shown body = masks.data(event, data);
        Shown beside = masks.metadata(event, metadata);
        return new EventDetail(
                event,
                masks.place(event),
                event.id().map(it -> masks.eventId(event, it)),
                body,
                beside,
                hides ? Optional.empty() : Optional.of(event.data().text()),
                JsonText.lines(body),
                JsonText.lines(beside),
                hides ? HexText.hidden(hidden) : HexText.lines(event.data()),
                common,
                troubles(history, event, data, metadata, index).stream()
                        .map(it -> masks.text(event.stream(), it))
                        .toList());
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
                .filter(reason -> troubles.stream().noneMatch(reason::endsWith)) // a fold says it once more, in its own words
                .forEach(troubles::add);
        return troubles;
    }

    private static Optional<String> reason(StateValue value) {
        return value instanceof Opaque opaque ? Optional.of(opaque.reason()) : Optional.empty();
    }

    /// Whether the body's bytes could not be read as a value.
    boolean isUnreadable() {
        return data.value() instanceof Opaque;
    }
}
