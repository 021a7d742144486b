package io.hindcast.engine.replay;

import io.hindcast.engine.changelog.ChangeLogWriter;
import io.hindcast.engine.fold.EventReader;
import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.fold.FoldEvent;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.event.EventPage;
import java.util.ArrayList;
import java.util.List;

/// A stream being folded page by page, with everything that its history will need. Used by one thread.
final class Folding {
    private static final int CANCELLED_EVERY = 1024;

    private final Fold fold;
    private final String category;
    private final StreamEvents events;
    private final EventReader reader;
    private final ChangeLogWriter log;
    private final FoldRun run;
    private final List<Problem> problems = new ArrayList<>();
    private final int most;
    private int done;

    /// @param most so many events are folded at most
    Folding(Fold fold, String category, StreamEvents events, int most) {
        this.most = most;
        this.fold = fold;
        this.category = category;
        this.events = events;
        this.reader = events.reader();
        this.log = new ChangeLogWriter(events.memory());
        this.run = FoldRun.fromTheStart(fold, category, log);
        log.begun();
    }

    /// Folds the next page, or a part of it when cancelled.
    void take(EventPage page, Cancellation cancellation) {
        for (int row = 0; row < page.size() && done < most; row++) {
            if (done % CANCELLED_EVERY == 0 && cancellation.isCancelled()) {
                return;
            }
            FoldEvent event = reader.event(page, row);
            int index = done;
            run.pass(event)
                    .ifPresent(reason -> problems.add(new Problem(
                            index, event.header().version().orElse(-1), event.type(), reason)));
            log.endEvent();
            done++;
        }
    }

    StreamHistory history(String stream) {
        return new FoldedHistory(stream, category, fold, events, log.close(), problems);
    }
}
