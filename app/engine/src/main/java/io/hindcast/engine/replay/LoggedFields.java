package io.hindcast.engine.replay;

import io.hindcast.engine.changelog.ChangeLog;
import io.hindcast.engine.changelog.Trail;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.StateValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// Answers from the change log: it knows which events touched a field, and only these are looked at.
final class LoggedFields implements FieldHistory {
    private final StreamHistory history;
    private final ChangeLog log;
    private volatile @Nullable Known last;

    private record Known(FieldPattern field, Trail trail) {}

    LoggedFields(StreamHistory history, ChangeLog log) {
        this.history = history;
        this.log = log;
    }

    private Trail trail(FieldPattern field) {
        Known known = last;
        if (known == null || !known.field().equals(field)) {
            known = new Known(field, log.trail(field.steps()));
            last = known;
        }
        return known.trail();
    }

    private List<FieldChange> at(FieldPattern field, int index) {
        return FieldRows.of(field, index, log.changesAt(index));
    }

    @Override
    public List<FieldChange> changes(FieldPattern field, int first, int last, int most) {
        Trail trail = trail(field);
        var rows = new ArrayList<FieldChange>();
        OptionalInt index = trail.previous(Math.min(last, history.size() - 1) + 1);
        while (index.isPresent() && index.getAsInt() >= first && rows.size() < most) {
            rows.addAll(at(field, index.getAsInt()));
            index = trail.previous(index.getAsInt());
        }
        return rows;
    }

    @Override
    public OptionalInt nextChange(FieldPattern field, int index) {
        Trail trail = trail(field);
        OptionalInt next = trail.next(index);
        while (next.isPresent() && at(field, next.getAsInt()).isEmpty()) {
            next = trail.next(next.getAsInt());
        }
        return next;
    }

    @Override
    public OptionalInt previousChange(FieldPattern field, int index) {
        Trail trail = trail(field);
        OptionalInt previous = trail.previous(index);
        while (previous.isPresent() && at(field, previous.getAsInt()).isEmpty()) {
            previous = trail.previous(previous.getAsInt());
        }
        return previous;
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
        log.follow(field, starts[0], starts[starts.length - 1] - 1, columns);
        return columns.curve();
    }
}
