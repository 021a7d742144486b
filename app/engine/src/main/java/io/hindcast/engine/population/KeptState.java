package io.hindcast.engine.population;

import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.fold.FoldEvent;
import io.hindcast.engine.replay.FoldRun;
import io.hindcast.engine.state.Absent;
import io.hindcast.engine.state.StateValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A stream with its state, which rests frozen between two pages: a frozen state is a fraction of one being written.
class KeptState extends Kept {
    private StateValue state = Absent.ABSENT;
    private @Nullable FoldRun run;

    KeptState(String stream, String category) {
        super(stream, category);
    }

    /// The fold under way, begun or taken up again where needed.
    FoldRun run(Fold fold) {
        FoldRun here = run;
        if (here == null) {
            here = state.isPresent() ? FoldRun.from(fold, state) : FoldRun.fromTheStart(fold, category);
            run = here;
        }
        return here;
    }

    /// Applies an event that was counted as applied.
    void fold(Fold fold, FoldEvent event) {
        Optional<String> failure = run(fold).pass(event);
        failure.ifPresent(reason -> problem(applied - 1, event, reason));
    }

    void rest() {
        if (run != null) {
            state = run.state();
            run = null;
        }
    }

    /// The state was reached elsewhere.
    void endsWith(StateValue reached) {
        state = reached;
        run = null;
    }

    StateValue state() {
        return state;
    }
}
