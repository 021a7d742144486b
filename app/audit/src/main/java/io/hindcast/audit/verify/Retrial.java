package io.hindcast.audit.verify;

import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.fold.FoldEvent;
import io.hindcast.engine.fold.SnapshotComparison;
import io.hindcast.engine.replay.FoldRun;
import io.hindcast.engine.replay.StreamHistory;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.StateValue;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;

/// Folds a stretch of a stream again with one thing done differently, and says whether that gives the snapshot. Gives
/// up, without an answer, when all trials together have cost too many events. One thread.
final class Retrial {
    private static final int KEPT = 50_000;

    private final StreamHistory history;
    private final SnapshotComparison comparison;
    private final StateValue stored;
    private final int last;
    private final Set<FieldPath> notCovered;
    private final Map<Integer, FoldEvent> decoded = new HashMap<>();
    private long budget;

    /// @param last the event that the snapshot stands for
    /// @param budget how many events may be folded
    Retrial(StreamHistory history, StateValue stored, int last, long budget) {
        this.history = history;
        this.comparison = history.fold().comparison(history.category());
        this.stored = stored;
        this.last = last;
        this.budget = budget;
        this.notCovered =
                Set.copyOf(comparison.compare(stored, history.stateAfter(last)).notCovered());
    }

    boolean isSpent() {
        return budget <= 0;
    }

    boolean agrees(StateValue state) {
        budget--;
        return agrees(comparison, state);
    }

    /// A state that agrees only because it lacks what it is compared in explains nothing.
    private boolean agrees(SnapshotComparison how, StateValue state) {
        var outcome = how.compare(stored, state);
        return outcome.agrees() && notCovered.containsAll(outcome.notCovered());
    }

    boolean agreesAt(int index) {
        return agrees(history.stateAfter(index));
    }

    boolean without(int event) {
        return from(event, event + 1);
    }

    boolean twice(int event) {
        return from(event + 1, event);
    }

    /// The order of an event and the one behind it exchanged.
    boolean exchanged(int event) {
        return from(event, event + 1, event, event + 2);
    }

    /// Continues from the state before an event: applies the events named, and from the last named one on all.
    private boolean from(int stateBefore, int... next) {
        FoldRun run = run(stateBefore);
        for (int i = 0; i < next.length - 1; i++) {
            apply(run, next[i]);
        }
        for (int event = next[next.length - 1]; event <= last && !isSpent(); event++) {
            apply(run, event);
        }
        return !isSpent() && agrees(run.state());
    }

    /// All events from the first on, but for some.
    boolean leavingOut(IntPredicate some) {
        FoldRun run = run(0);
        for (int event = 0; event <= last && !isSpent(); event++) {
            if (!some.test(event)) {
                apply(run, event);
            }
        }
        return !isSpent() && agrees(run.state());
    }

    /// The state that another fold gives at the same event.
    boolean by(Fold fold) {
        FoldRun run = FoldRun.fromTheStart(fold, history.category());
        for (int event = 0; event <= last && !isSpent(); event++) {
            apply(run, event);
        }
        return !isSpent() && agrees(fold.comparison(history.category()), run.state());
    }

    private FoldRun run(int before) {
        Fold fold = history.fold();
        return before == 0
                ? FoldRun.fromTheStart(fold, history.category())
                : FoldRun.from(fold, history.stateAfter(before - 1));
    }

    private void apply(FoldRun run, int event) {
        budget--;
        Optional<String> ignored = run.pass(event(event)); // an event that fails leaves the state, as in the replay
    }

    private FoldEvent event(int index) {
        FoldEvent known = decoded.get(index);
        if (known == null) {
            known = new FoldEvent(history.event(index), history.data(index), history.metadata(index));
            if (decoded.size() < KEPT) {
                decoded.put(index, known);
            }
        }
        return known;
    }
}
