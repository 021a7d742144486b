package io.hindcast.audit.verify;

import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.population.Weight;
import io.hindcast.engine.replay.FoldRun;
import io.hindcast.engine.state.Absent;
import io.hindcast.engine.state.StateValue;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// A stream under verification: its state so far, and the snapshots still to come. Between two pages its fold stays under
/// way where there is room for that, else the state rests frozen. In the hands of one thread at a time.
final class VerifiedStream {
    private static final long FIRST_GUESS = 150;
    /// A fold under way takes about so many times the room of its state.
    private static final int UNDER_WAY = 5;

    final String category;
    final List<SnapshotCopies.Copy> snapshots;
    private final Room room;
    private long weight = FIRST_GUESS;
    private long taken;
    private int next;
    private StateValue state = Absent.ABSENT;
    private @Nullable FoldRun run;
    private Optional<Outcome.Unverifiable> unreliable = Optional.empty();

    VerifiedStream(String category, List<SnapshotCopies.Copy> snapshots, Room room) {
        this.category = category;
        this.snapshots = snapshots;
        this.room = room;
    }

    /// Whether no snapshot is left: the events that follow are of no interest.
    boolean isDone() {
        return next == snapshots.size();
    }

    SnapshotCopies.Copy pending() {
        return snapshots.get(next);
    }

    SnapshotCopies.Copy take() {
        SnapshotCopies.Copy copy = snapshots.get(next++);
        if (isDone()) {
            run = null;
            state = Absent.ABSENT;
            keepRoom(0);
        }
        return copy;
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

    /// Lets go of the fold under way where it takes more than there is room for.
    void rest() {
        FoldRun here = run;
        if (here != null && !keepRoom(weight * UNDER_WAY)) {
            state = here.state();
            run = null;
            keepRoom(0);
        }
    }

    private boolean keepRoom(long bytes) {
        if (bytes > taken && !room.take(bytes - taken)) {
            return false;
        }
        if (bytes < taken) {
            room.give(taken - bytes);
        }
        taken = bytes;
        return true;
    }

    /// About how many bytes it holds; a walk through the state.
    long weight() {
        FoldRun here = run;
        weight = FIRST_GUESS + Weight.of(here == null ? state : here.state());
        return weight + taken;
    }

    /// How many bytes all folds may take together that stay under way between pages. Safe for many threads.
    static final class Room {
        private final AtomicLong left;

        Room(long bytes) {
            left = new AtomicLong(bytes);
        }

        private boolean take(long bytes) {
            if (left.addAndGet(-bytes) >= 0) {
                return true;
            }
            give(bytes);
            return false;
        }

        private void give(long bytes) {
            left.addAndGet(bytes);
        }
    }
}
