package io.hindcast.audit.verify;

import io.hindcast.engine.state.Change;
import java.util.List;

/// What came out of comparing one snapshot with the replay.
public sealed interface Outcome {
    /// The snapshot says what the events say.
    record Matches() implements Outcome {}

    /// They differ; in each change `before` is the snapshot's value and `after` the replay's.
    record Drifts(List<Change> changes) implements Outcome {
        public Drifts {
            changes = List.copyOf(changes);
        }
    }

    /// Nothing can be said, for a reason.
    record Unverifiable(String reason) implements Outcome {}
}
