package io.hindcast.audit.verify;

import io.hindcast.connector.SourceInfo;
import io.hindcast.engine.fold.SnapshotComparison;
import io.hindcast.engine.payload.PayloadView;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.state.StateValue;
import io.hindcast.event.StoredSnapshot;
import java.util.IdentityHashMap;
import java.util.Map;

/// Looks at stored snapshots where they lie, so that those which match need not be decoded. Safe for many threads; each
/// has its own views.
final class SnapshotViews {
    private final OpenStore store;
    /// One for each store of a workspace; there is one nearly always.
    private final ThreadLocal<Map<SourceInfo, PayloadView>> views = ThreadLocal.withInitial(IdentityHashMap::new);

    SnapshotViews(OpenStore store) {
        this.store = store;
    }

    /// Whether a snapshot matches beyond doubt. False may also mean that it has to be decoded to find out.
    boolean matches(StoredSnapshot snapshot, SnapshotComparison comparison, StateValue replayed) {
        PayloadView view = views.get()
                .computeIfAbsent(
                        store.infoOf(snapshot.stream()),
                        info -> store.decoder().view(info.snapshotState()));
        view.turnTo(snapshot.state());
        return comparison.agreesPlainly(view, replayed);
    }
}
