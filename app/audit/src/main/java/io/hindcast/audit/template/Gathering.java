package io.hindcast.audit.template;

import io.hindcast.audit.horizon.BoundedStore;
import io.hindcast.audit.horizon.Horizon;
import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.engine.work.Progress;

/// What a template works with.
///
/// @param store up to the horizon, with its index
/// @param foldOrigin where the fold comes from, for people
/// @param headersSha256 over the headers of these events
public record Gathering(
        BoundedStore store,
        Horizon horizon,
        Fold fold,
        String foldOrigin,
        ReportQuestion question,
        String headersSha256,
        Progress progress,
        Cancellation cancellation) {
    /// Within the horizon, over all categories.
    public long events() {
        return store.index().size();
    }

    /// That have an event within the horizon.
    public long streams() {
        return store.index().streamCount();
    }
}
