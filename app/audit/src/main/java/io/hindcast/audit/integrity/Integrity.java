package io.hindcast.audit.integrity;

import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.engine.work.Progress;
import java.util.List;

/// Runs all checks over an open store: first over the headers, which the index has, then over the bodies, each read
/// once. What the store gains after the start is left out. Stateless; safe for many threads.
public final class Integrity {
    private final Criteria criteria;

    public Integrity(Criteria criteria) {
        this.criteria = criteria;
    }

    /// Blocks until all is looked at or somebody cancels; builds the index if it is not there yet. A check that was not
    /// through by then is [Standing.Stopped], with what it found.
    ///
    /// @param fold whose rules say which event types are known
    /// @param progress counts events whose bodies were looked at
    /// @return to be closed by the caller
    /// @throws io.hindcast.connector.ConnectorException when the store fails
    public IntegrityResult examine(OpenStore store, Fold fold, Progress progress, Cancellation cancellation) {
        boolean indexed = store.buildIndex((done, total) -> {}, cancellation);
        var examination = new Examination(store, fold, criteria);
        if (indexed) {
            var order = VersionOrder.of(examination, cancellation);
            List<HeaderCheck> checks = List.of(
                    new Versions(order), new Positions(), new Clocks(order), new UnknownTypes(), new Tombstones());
            for (HeaderCheck check : checks) {
                if (!cancellation.isCancelled()) {
                    check.run(examination, cancellation);
                }
            }
        }
        boolean goesOn = indexed && !cancellation.isCancelled();
        return examination.result(
                goesOn
                        ? new BodyScan(examination).run(progress, cancellation)
                        : nothing(examination));
    }

    private static Coverage nothing(Examination examination) {
        var inventory = examination.inventory;
        return new Coverage(
                0, inventory.events(), inventory.streams(), 0, 0, 0, examination.store.source().notRead(), false);
    }
}
