package io.hindcast.engine.replay;

import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Gathers the values of a field into the columns of a curve, from left to right.
final class Columns {
    private final List<Curve.Column> done = new ArrayList<>();
    private final int count;
    private @Nullable Num held;
    private @Nullable Num least;
    private @Nullable Num most;
    private int changes;
    private int first;
    private int last;
    private boolean hasEvents;

    /// @param before what the field held before the first column
    /// @param index the event it held it from
    Columns(int count, StateValue before, int index) {
        if (count < 1) {
            throw new IllegalArgumentException("a curve of " + count + " columns");
        }
        this.count = count;
        last = index;
        first = index;
        value(before);
    }

    /// An event of a column, not left of the last one's.
    void event(int index, int column) {
        while (done.size() < column) {
            close();
        }
        if (!hasEvents) {
            first = index;
            hasEvents = true;
        }
        last = index;
    }

    /// The event just told changed the field to this.
    void change(StateValue value) {
        changes++;
        value(value);
    }

    private void value(StateValue value) {
        held = value instanceof Num number ? number : null;
        if (held != null) {
            least = least == null || held.compareTo(least) < 0 ? held : least;
            most = most == null || held.compareTo(most) > 0 ? held : most;
        }
    }

    private void close() {
        Optional<Curve.Values> values = least == null || most == null
                ? Optional.empty()
                : Optional.of(new Curve.Values(least, most, Optional.ofNullable(held)));
        done.add(new Curve.Column(first, last, changes, values));
        first = last;
        hasEvents = false;
        changes = 0;
        least = held;
        most = held;
    }

    Curve curve() {
        while (done.size() < count) {
            close();
        }
        return new Curve(done);
    }
}
