package io.hindcast.engine.replay;

import io.hindcast.engine.changelog.ChangeLog;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Gathers the values of a field into the columns of a curve, from left to right.
final class Columns implements ChangeLog.ValueSink {
    private final int[] starts;
    private final List<Curve.Column> done = new ArrayList<>();
    private @Nullable Num held;
    private @Nullable Num least;
    private @Nullable Num most;
    private int changes;

    /// @param starts the first event of each column, and of what lies behind the last one; never falling
    Columns(int... starts) {
        this.starts = starts;
    }

    /// The value before the first column is told as of the event before it, then each new one, in order.
    @Override
    public void held(int event, StateValue value) {
        while (done.size() < starts.length - 2 && event >= starts[done.size() + 1]) {
            close();
        }
        changes += event >= starts[0] ? 1 : 0;
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
        int start = starts[done.size()];
        int end = starts[done.size() + 1] - 1;
        done.add(new Curve.Column(Math.min(start, end), end, changes, values));
        changes = 0;
        least = held;
        most = held;
    }

    Curve curve() {
        while (done.size() < starts.length - 1) {
            close();
        }
        return new Curve(done);
    }
}
