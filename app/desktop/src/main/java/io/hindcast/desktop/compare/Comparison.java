package io.hindcast.desktop.compare;

import io.hindcast.engine.replay.StreamHistory;
import io.hindcast.engine.state.Change;
import io.hindcast.engine.state.Difference;
import java.util.List;

/// Two moments of a stream and what differs between their states.
record Comparison(StreamHistory history, int from, int to, List<Change> changes) {
    /// Folds and compares; not for the screen's thread.
    static Comparison of(StreamHistory history, int from, int to) {
        return new Comparison(
                history, from, to, Difference.between(history.stateAfter(from), history.stateAfter(to)));
    }
}
