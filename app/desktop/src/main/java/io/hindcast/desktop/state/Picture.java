package io.hindcast.desktop.state;

import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.replay.Problem;
import io.hindcast.engine.replay.StreamHistory;
import io.hindcast.engine.state.Absent;
import io.hindcast.engine.state.Difference;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.StateValue;
import java.util.List;
import java.util.Optional;

/// The state after one event, ready to be shown.
///
/// @param problems the events up to here that could not be applied
record Picture(Optional<Fold> fold, int index, StateValue state, Changes changes, List<Problem> problems) {
    static final Picture NOTHING =
            new Picture(Optional.empty(), StreamHistory.BEFORE_FIRST, Absent.ABSENT, new Changes(List.of()), List.of());

    /// Folds and compares; not for the screen's thread.
    static Picture of(StreamHistory history, int index) {
        if (index < 0) {
            return new Picture(Optional.of(history.fold()), index, Absent.ABSENT, new Changes(List.of()), List.of());
        }
        StateValue after = history.stateAfter(index);
        StateValue before = index == 0 ? Absent.ABSENT : history.stateAfter(index - 1);
        var changes = new Changes(Difference.between(before, after));
        List<Problem> problems =
                history.problems().stream().filter(it -> it.index() <= index).toList();
        return new Picture(Optional.of(history.fold()), index, after, changes, problems);
    }

    StateNode root() {
        return new StateNode(
                FieldPath.ROOT,
                "",
                state,
                changes.at(FieldPath.ROOT).map(it -> it.kind()),
                Optional.empty(),
                changes.isBelow(FieldPath.ROOT));
    }

}
