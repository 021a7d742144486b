package io.hindcast.audit.template;

import io.hindcast.audit.horizon.Horizon;
import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.engine.work.Progress;

/// What a template works with.
///
/// @param store up to the horizon, with its index
/// @param foldOrigin where the fold comes from, for people
/// @param headersSha256 over the headers of these events
/// @param marks those that belong to the question
public record Gathering(
        OpenStore store,
        Horizon horizon,
        Fold fold,
        String foldOrigin,
        ReportQuestion question,
        String headersSha256,
        ReviewMarks marks,
        Progress progress,
        Cancellation cancellation) {
    /// The same with marks that belong to its question.
    Gathering with(ReviewMarks all) {
        return new Gathering(
                store,
                horizon,
                fold,
                foldOrigin,
                question,
                headersSha256,
                all.only(MarkedReport.wanted(this)),
                progress,
                cancellation);
    }

    /// Within the horizon, over all categories.
    public long events() {
        return store.index().size();
    }

    /// That have an event within the horizon.
    public long streams() {
        return store.index().streamCount();
    }
}
