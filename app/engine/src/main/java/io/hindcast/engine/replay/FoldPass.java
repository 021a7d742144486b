package io.hindcast.engine.replay;

import io.hindcast.engine.fold.EventReader;
import io.hindcast.engine.fold.FoldEvent;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.event.EventPage;
import java.util.ArrayList;
import java.util.List;

/// One way through the events of a stream, page by page, with the problems met. Used by one thread.
final class FoldPass {
    private static final int CANCELLED_EVERY = 1024;

    private final FoldRun run;
    private final EventReader reader;
    private final int most;
    private final List<Problem> problems = new ArrayList<>();
    private final InexactFields inexact = new InexactFields();
    private int done;

    /// @param most so many events are folded at most
    FoldPass(FoldRun run, EventReader reader, int most) {
        this.run = run;
        this.reader = reader;
        this.most = most;
    }

    /// Folds the next page, or a part of it when cancelled.
    ///
    /// @param behindEach is run after each event
    void take(EventPage page, Cancellation cancellation, Runnable behindEach) {
        for (int row = 0; row < page.size() && done < most; row++) {
            if (done % CANCELLED_EVERY == 0 && cancellation.isCancelled()) {
                return;
            }
            FoldEvent event = reader.event(page, row);
            int index = done;
            run.pass(event)
                    .ifPresent(reason -> problems.add(new Problem(
                            index, event.header().version().orElse(-1), event.type(), reason)));
            if (!run.inexact().isEmpty()) {
                inexact.add(index, event, run.inexact());
            }
            behindEach.run();
            done++;
        }
    }

    /// How many events were folded.
    int done() {
        return done;
    }

    FoldRun run() {
        return run;
    }

    List<Inexact> inexact() {
        return inexact.all();
    }

    List<Problem> problems() {
        return problems;
    }
}
