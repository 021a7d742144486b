package io.hindcast.engine.replay;

import io.hindcast.engine.state.FieldPath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// Answers by going through the changes of one event after another: right for every history, and as slow as it sounds.
final class WalkedFields implements FieldHistory {
    private final StreamHistory history;

    WalkedFields(StreamHistory history) {
        this.history = history;
    }

    private List<FieldChange> at(FieldPattern field, int index) {
        return FieldRows.of(field, index, history.changesAt(index));
    }

    @Override
    public List<FieldChange> changes(FieldPattern field, int first, int last, int most) {
        var rows = new ArrayList<FieldChange>();
        for (int i = Math.min(last, history.size() - 1); i >= Math.max(first, 0) && rows.size() < most; i--) {
            rows.addAll(at(field, i));
        }
        return rows;
    }

    @Override
    public OptionalInt nextChange(FieldPattern field, int index) {
        for (int i = index + 1; i < history.size(); i++) {
            if (!at(field, i).isEmpty()) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    @Override
    public OptionalInt previousChange(FieldPattern field, int index) {
        for (int i = Math.min(index, history.size()) - 1; i >= 0; i--) {
            if (!at(field, i).isEmpty()) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    @Override
    public Curve curve(FieldPath field, int first, int last, int columns) {
        var gathered = new Columns(columns, history.stateAfter(first - 1).at(field), first - 1);
        long events = Math.max(1, (long) last - first + 1);
        for (int i = first; i <= last; i++) {
            tell(field, i, (int) ((i - first) * (long) columns / events), gathered);
        }
        return gathered.curve();
    }

    @Override
    public Curve curve(FieldPath field, Instant from, Instant to, int columns) {
        int first = EventTimes.firstFrom(history, from);
        var gathered = new Columns(columns, history.stateAfter(first - 1).at(field), first - 1);
        var times = new EventTimes(from, to, columns);
        for (int i = first; i < history.size() && times.takes(history.event(i).recordedAt()); i++) {
            tell(field, i, times.column(), gathered);
        }
        return gathered.curve();
    }

    private void tell(FieldPath field, int index, int column, Columns gathered) {
        gathered.event(index, column);
        if (!at(FieldPattern.of(field), index).isEmpty()) {
            gathered.change(history.stateAfter(index).at(field));
        }
    }
}
