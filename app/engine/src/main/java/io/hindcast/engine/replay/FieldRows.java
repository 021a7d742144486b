package io.hindcast.engine.replay;

import io.hindcast.engine.state.Change;
import io.hindcast.engine.state.Difference;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Matching;
import io.hindcast.engine.state.StateValue;
import java.util.ArrayList;
import java.util.List;

/// What an event's changes mean for the fields of a pattern.
final class FieldRows {
    private FieldRows() {}

    static List<FieldChange> of(FieldPattern field, int index, List<Change> changes) {
        var rows = new ArrayList<FieldChange>();
        for (Change change : changes) {
            if (field.covers(change.path())) {
                rows.add(new FieldChange(index, change.path(), change.before(), change.after()));
            } else if (field.reachesBelow(change.path())) {
                within(field, index, change, rows);
            }
        }
        return rows;
    }

    /// Something above the fields came, went or was replaced as a whole.
    private static void within(FieldPattern field, int index, Change change, List<FieldChange> rows) {
        int depth = change.path().steps().size();
        for (FieldPath path : field.below(change.path(), change.before(), change.after())) {
            FieldPath rest = path.after(depth);
            StateValue before = change.before().at(rest);
            StateValue after = change.after().at(rest);
            for (Change one : Difference.between(before, after, Matching.BY_PLACE)) {
                rows.add(new FieldChange(index, path.child(one.path()), one.before(), one.after()));
            }
        }
    }
}
