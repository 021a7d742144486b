package io.hindcast.desktop.events;

import io.hindcast.desktop.focus.Masks;
import io.hindcast.desktop.focus.ShownChange;
import io.hindcast.desktop.value.ValueText;
import io.hindcast.engine.payload.CommonFields;
import io.hindcast.engine.replay.StreamHistory;
import io.hindcast.event.EventField;
import java.util.List;

/// What has to be decoded and folded to be shown in a row.
///
/// @param actor who did it, "" if unknown
/// @param changes the changed fields in one line
/// @param changed how many fields changed
record RowDetails(String actor, String changes, int changed) {
    private static final int NAMED = 4;

    static RowDetails of(StreamHistory history, CommonFields fields, Masks masks, int index) {
        List<ShownChange> changes = masks.changes(history.stream(), history.changesAt(index));
        var text = new StringBuilder();
        for (ShownChange change : changes.subList(0, Math.min(NAMED, changes.size()))) {
            text.append(text.isEmpty() ? "" : "   ").append(ValueText.symbol(change.kind())).append(' ');
            text.append(ValueText.path(change.path()));
        }
        if (changes.size() > NAMED) {
            text.append("   +").append(changes.size() - NAMED).append(" …");
        }
        String actor = fields.actor(history.data(index), history.metadata(index))
                .map(it -> masks.common(history.event(index), EventField.ACTOR, it))
                .orElse("");
        return new RowDetails(actor, text.toString(), changes.size());
    }
}
