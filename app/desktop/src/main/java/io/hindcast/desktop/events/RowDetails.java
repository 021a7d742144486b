package io.hindcast.desktop.events;

import io.hindcast.desktop.value.ValueText;
import io.hindcast.engine.payload.CommonFields;
import io.hindcast.engine.replay.StreamHistory;
import io.hindcast.engine.state.Change;
import java.util.List;

/// What has to be decoded and folded to be shown in a row.
///
/// @param actor who did it, "" if unknown
/// @param changes the changed fields in one line
/// @param changed how many fields changed
record RowDetails(String actor, String changes, int changed) {
    private static final int NAMED = 4;

    static RowDetails of(StreamHistory history, CommonFields fields, int index) {
        List<Change> changes = history.changesAt(index);
        var text = new StringBuilder();
        for (Change change : changes.subList(0, Math.min(NAMED, changes.size()))) {
            text.append(text.isEmpty() ? "" : "   ").append(ValueText.symbol(change.kind())).append(' ');
            text.append(ValueText.path(change.path()));
        }
        if (changes.size() > NAMED) {
            text.append("   +").append(changes.size() - NAMED).append(" …");
        }
        String actor = fields.actor(history.data(index), history.metadata(index)).orElse("");
        return new RowDetails(actor, text.toString(), changes.size());
    }
}
