package io.hindcast.engine.replay;

import io.hindcast.engine.state.FieldPath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;

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
        return curve(field, ColumnStarts.byIndex(first, last, columns));
    }

    @Override
    public Curve curve(
            FieldPath field, Instant from, Instant to, ToDoubleFunction<Instant> share, int columns) {
        return curve(field, ColumnStarts.byTime(history, from, to, share, columns));
    }

    private Curve curve(FieldPath field, int... starts) {
        var columns = new Columns(starts);
        columns.held(starts[0] - 1, history.stateAfter(starts[0] - 1).at(field));
        for (int i = starts[0]; i < starts[starts.length - 1]; i++) {
            if (!at(FieldPattern.of(field), i).isEmpty()) {
                columns.held(i, history.stateAfter(i).at(field));
            }
        }
        return columns.curve();
    }
}
