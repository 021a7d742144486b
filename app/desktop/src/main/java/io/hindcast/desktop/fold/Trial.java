package io.hindcast.desktop.fold;

import io.hindcast.engine.fold.FoldLanguage.Compiled;
import io.hindcast.engine.replay.StreamHistory;
import io.hindcast.engine.state.Change;
import java.util.List;
import java.util.Optional;

/// What a text of rules would do, tried on the focused stream.
///
/// @param text what was tried
/// @param outcome absent while no stream is looked at, and where the text has mistakes
record Trial(String fileName, String text, Compiled compiled, Optional<Outcome> outcome) {
    /// @param inUse the stream with the fold in use
    /// @param edited the same events with the edited fold
    /// @param index the focused event
    /// @param changes the state in use (before) and the edited one (after) at the focused event
    record Outcome(
            StreamHistory inUse, StreamHistory edited, int index, List<Change> changes, Explained snapshots) {}

    /// How many stored snapshots of the stream the edited fold explains.
    ///
    /// @param agreeing whose state the replay gives exactly
    /// @param compared that can be compared at all
    /// @param drifting versions of those that differ
    record Explained(int agreeing, int compared, List<Long> drifting) {}
}
