package io.hindcast.audit.horizon;

import io.hindcast.connector.ReadRequest;
import io.hindcast.engine.index.HeaderIndex;
import io.hindcast.engine.session.FoldFinder;
import io.hindcast.engine.session.IndexedStore;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.engine.work.Progress;
import java.util.Optional;
import java.util.stream.IntStream;

/// An open store up to a horizon: events behind it are not there, neither are snapshots that were taken of them, nor streams
/// that begin behind it.
public final class BoundedStore {
    private BoundedStore() {}

    /// Blocks while headers are read, unless the store has them and all of them lie within. Closing what is returned leaves
    /// the store open, which belongs to whoever opened it.
    ///
    /// @return nothing when it was cancelled
    public static Optional<OpenStore> of(
            OpenStore store, Horizon horizon, Progress progress, Cancellation cancellation) {
        if (!store.buildIndex(progress, cancellation)) {
            return Optional.empty();
        }
        HeaderIndex whole = store.index();
        boolean isWithin = IntStream.range(0, whole.size()).allMatch(event -> horizon.holds(whole, event));
        HeaderIndex index = isWithin ? whole : new HeaderIndex();
        var source = new BoundedSource(store.source(), horizon, index);
        if (!isWithin && !read(source, index, progress, cancellation)) {
            return Optional.empty();
        }
        var fold = new FoldFinder.Found(
                store.defaultFold(), store.foldOrigin(), store.foldComplaints(), store.foldText());
        return Optional.of(new IndexedStore(store.location(), source, store.decoder(), fold, index));
    }

    private static boolean read(
            BoundedSource source, HeaderIndex index, Progress progress, Cancellation cancellation) {
        try (var cursor = source.read(ReadRequest.store(ReadRequest.Detail.OUTLINE))) {
            for (var page = cursor.next(); page.isPresent(); page = cursor.next()) {
                if (cancellation.isCancelled()) {
                    return false;
                }
                index.append(page.get());
                progress.advanced(index.size(), -1);
            }
        }
        return true;
    }
}
