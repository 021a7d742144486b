package io.hindcast.audit.verify;

import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.replay.FoldRun;
import io.hindcast.engine.state.Absent;
import io.hindcast.engine.state.StateValue;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A stream under verification: its state so far, which rests frozen between two pages, and the snapshots still to come.
/// In the hands of one thread at a time.
final class VerifiedStream {
    final String category;
    final List<SnapshotCopies.Copy> snapshots;
    private int next;
    private StateValue state = Absent.ABSENT;
    private @Nullable FoldRun run;
    private Optional<Outcome.Unverifiable> unreliable = Optional.empty();

    VerifiedStream(String category, List<SnapshotCopies.Copy> snapshots) {
        this.category = category;
        this.snapshots = snapshots;
    }

    /// Whether no snapshot is left: the events that follow are of no interest.
    boolean isDone() {
        return next == snapshots.size();
    }

    SnapshotCopies.Copy pending() {
        return snapshots.get(next);
    }

    SnapshotCopies.Copy take() {
        SnapshotCopies.Copy taken = snapshots.get(next++);
        if (isDone()) {
            run = null;
            state = Absent.ABSENT;
        }
        return taken;
    }

    FoldRun run(Fold fold) {
        FoldRun here = run;
        if (here == null) {
            here = state.isPresent() ? FoldRun.from(fold, state) : FoldRun.fromTheStart(fold, category);
            run = here;
        }
        return here;
    }

    /// The first event that could not be folded makes everything behind it unreliable.
    void failed(long version, String reason) {
        if (unreliable.isEmpty()) {
            unreliable = Optional.of(SnapshotVerifier.unreliable(version, reason));
        }
    }

    Optional<Outcome.Unverifiable> unreliable() {
        return unreliable;
    }

    void rest() {
        if (run != null) {
            state = run.state();
            run = null;
        }
    }

    StateValue state() {
        return state;
    }
}
