package io.hindcast.engine.compare;

import io.hindcast.engine.fold.TreeEditor;
import io.hindcast.engine.replay.Problem;
import io.hindcast.engine.replay.StreamHistory;
import io.hindcast.engine.state.Absent;
import io.hindcast.engine.state.Change;
import io.hindcast.engine.state.Difference;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Items;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.work.Cancellation;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Compares two folds event by event. Exact: every event is looked at, none is skipped on the belief that folds that
/// once parted stay parted.
///
/// While the states are equal only the fields that an event touched can part, so an event costs what the two folds
/// wrote at it, not the size of the state; where a list is touched, the whole list is compared.
///
/// @param sharedOnly whether a field that only one of the two folds makes is no difference
public record FoldComparison(boolean sharedOnly) {
    private static final int LOOK_EVERY = 1024;

    /// The first event after which the states differ; nothing when they never do, or when it was cancelled before.
    ///
    /// @param one a history of the stream
    /// @param other the same events with another fold
    public Optional<Divergence> first(StreamHistory one, StreamHistory other, Cancellation cancellation) {
        List<Change> initial = differences(initial(one), initial(other));
        if (!initial.isEmpty()) {
            return Optional.of(divergence(one, other, StreamHistory.BEFORE_FIRST, initial));
        }
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            if (i % LOOK_EVERY == 0 && cancellation.isCancelled()) {
                return Optional.empty();
            }
            if (parts(one, other, i)) {
                return Optional.of(
                        divergence(one, other, i, differences(one.stateAfter(i), other.stateAfter(i))));
            }
        }
        return Optional.empty();
    }

    /// What differs between two states.
    public List<Change> differences(StateValue one, StateValue other) {
        List<Change> all = Difference.between(one, other);
        return sharedOnly
                ? all.stream()
                        .filter(it -> it.before().isPresent() && it.after().isPresent())
                        .toList()
                : all;
    }

    private boolean parts(StreamHistory one, StreamHistory other, int index) {
        var touched = new LinkedHashSet<FieldPath>();
        StateValue state = one.stateAfter(index);
        StateValue otherState = other.stateAfter(index);
        touch(one.changesAt(index), state, otherState, touched);
        touch(other.changesAt(index), state, otherState, touched);
        return touched.stream()
                .anyMatch(path -> !differences(state.at(path), otherState.at(path)).isEmpty());
    }

    private static void touch(List<Change> changes, StateValue state, StateValue other, Set<FieldPath> touched) {
        changes.forEach(change -> touched.add(outermostList(change.path(), state, other)));
    }

    /// Within a list a change moves its neighbours, so the list is what was touched.
    private static FieldPath outermostList(FieldPath path, StateValue state, StateValue other) {
        StateValue here = state;
        StateValue there = other;
        for (int depth = 0; depth < path.steps().size(); depth++) {
            if (here instanceof Items || there instanceof Items) {
                return path.first(depth);
            }
            here = here instanceof Fields fields ? fields.field(path.steps().get(depth)) : Absent.ABSENT;
            there = there instanceof Fields fields ? fields.field(path.steps().get(depth)) : Absent.ABSENT;
        }
        return path;
    }

    private static Divergence divergence(StreamHistory one, StreamHistory other, int index, List<Change> changes) {
        return new Divergence(
                one.stream(),
                one.category(),
                index,
                index < 0 ? Optional.empty() : Optional.of(one.event(index)),
                changes,
                problemAt(one, index),
                problemAt(other, index));
    }

    private static Optional<String> problemAt(StreamHistory history, int index) {
        return history.problems().stream()
                .filter(it -> it.index() == index)
                .findFirst()
                .map(Problem::reason);
    }

    private static StateValue initial(StreamHistory history) {
        var editor = new TreeEditor();
        editor.begin();
        history.fold().begin(history.category(), editor);
        editor.settle();
        return editor.root();
    }
}
