package io.hindcast.engine.replay;

import io.hindcast.engine.fold.EventReader;
import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.state.Absent;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.event.Event;
import io.hindcast.event.EventPage;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A stream being folded to its last event; of what lies behind nothing is kept. Used by one thread.
final class HeadFolding {
    private final Fold fold;
    private final EventReader reader;
    private @Nullable FoldPass pass;
    private String category = "";
    private Optional<Event> last = Optional.empty();

    HeadFolding(Fold fold, EventReader reader) {
        this.fold = fold;
        this.reader = reader;
    }

    /// Folds the next page, or a part of it when cancelled.
    void take(EventPage page, Cancellation cancellation) {
        if (page.size() == 0) {
            return;
        }
        FoldPass through = pass;
        if (through == null) {
            category = page.category(0);
            through = new FoldPass(FoldRun.fromTheStart(fold, category), reader, Integer.MAX_VALUE);
            pass = through;
        }
        int before = through.done();
        through.take(page, cancellation, () -> {});
        if (through.done() > before) {
            last = Optional.of(page.event(through.done() - before - 1));
        }
    }

    /// How many events were folded.
    int done() {
        return pass == null ? 0 : pass.done();
    }

    StreamState state(String stream) {
        var at = pass == null || pass.done() == 0
                ? new StateAt(Moment.HEAD, StreamHistory.BEFORE_FIRST, last, Absent.ABSENT, 0, List.of(), List.of())
                : new StateAt(
                        Moment.HEAD,
                        pass.done() - 1,
                        last,
                        pass.run().state(),
                        pass.done(),
                        pass.problems(),
                        pass.inexact());
        return new StreamState(stream, category, fold, at);
    }
}
