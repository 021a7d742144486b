package io.hindcast.audit.verify;

import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.replay.StreamHistory;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.engine.work.Progress;
import io.hindcast.event.StoredSnapshot;

/// Tests stored snapshots against the replay of their streams. Stateless; safe for many threads.
public interface SnapshotVerifier {
    /// Every snapshot of the store, stream by stream.
    Verification verify(OpenStore store, Fold fold, Progress progress, Cancellation cancellation);

    /// One snapshot against a history already loaded.
    Outcome verify(OpenStore store, StreamHistory history, StoredSnapshot snapshot);
}
