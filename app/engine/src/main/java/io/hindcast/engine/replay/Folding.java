package io.hindcast.engine.replay;

import io.hindcast.engine.changelog.ChangeLogWriter;
import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.event.EventPage;

/// A stream being folded page by page, with everything that its history will need. Used by one thread.
final class Folding {
    private final Fold fold;
    private final String category;
    private final StreamEvents events;
    private final ChangeLogWriter log;
    private final FoldPass pass;

    /// @param most so many events are folded at most
    Folding(Fold fold, String category, StreamEvents events, int most) {
        this.fold = fold;
        this.category = category;
        this.events = events;
        this.log = new ChangeLogWriter(events.memory());
        this.pass = new FoldPass(FoldRun.fromTheStart(fold, category, log), events.reader(), most);
        log.begun();
    }

    /// Folds the next page, or a part of it when cancelled.
    void take(EventPage page, Cancellation cancellation) {
        pass.take(page, cancellation, log::endEvent);
    }

    StreamHistory history(String stream) {
        return new FoldedHistory(stream, category, fold, events, log.close(), pass.problems(), pass.inexact());
    }
}
