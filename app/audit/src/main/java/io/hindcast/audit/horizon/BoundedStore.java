package io.hindcast.audit.horizon;

import io.hindcast.connector.EventSource;
import io.hindcast.connector.ReadRequest;
import io.hindcast.connector.SnapshotReader;
import io.hindcast.connector.SourceInfo;
import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.index.HeaderIndex;
import io.hindcast.engine.payload.PayloadDecoder;
import io.hindcast.engine.replay.HistoryLoader;
import io.hindcast.engine.replay.StreamHistory;
import io.hindcast.engine.session.CategorySummary;
import io.hindcast.engine.session.FoldText;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.session.StreamLists;
import io.hindcast.engine.session.StreamSummary;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.engine.work.Progress;
import io.hindcast.event.StoredSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// An open store up to a horizon: events behind it are not there, neither are snapshots that were taken of them, nor streams
/// that begin behind it. Closing it closes nothing: the store belongs
/// to whoever opened it.
public final class BoundedStore implements OpenStore {
    private final OpenStore store;
    private final HeaderIndex index;
    private final EventSource source;

    private BoundedStore(OpenStore store, HeaderIndex index, EventSource source) {
        this.store = store;
        this.index = index;
        this.source = source;
    }

    /// Blocks while headers are read, unless the store has them and all of them lie within.
    ///
    /// @return nothing when it was cancelled
    public static Optional<BoundedStore> of(
            OpenStore store, Horizon horizon, Progress progress, Cancellation cancellation) {
        if (!store.buildIndex(progress, cancellation)) {
            return Optional.empty();
        }
        HeaderIndex whole = store.index();
        boolean isWithin = IntStream.range(0, whole.size()).allMatch(event -> horizon.holds(whole, event));
        HeaderIndex index = isWithin ? whole : new HeaderIndex();
        var source = new BoundedSource(store.source(), horizon, index);
        if (!isWithin) {
            try (var cursor = source.read(ReadRequest.store(ReadRequest.Detail.OUTLINE))) {
                for (var page = cursor.next(); page.isPresent(); page = cursor.next()) {
                    if (cancellation.isCancelled()) {
                        return Optional.empty();
                    }
                    index.append(page.get());
                    progress.advanced(index.size(), -1);
                }
            }
        }
        return Optional.of(new BoundedStore(store, index, source));
    }

    @Override
    public String location() {
        return store.location();
    }

    @Override
    public SourceInfo info() {
        return store.info();
    }

    @Override
    public SourceInfo infoOf(String stream) {
        return store.infoOf(stream);
    }

    @Override
    public EventSource source() {
        return source;
    }

    @Override
    public PayloadDecoder decoder() {
        return store.decoder();
    }

    @Override
    public HeaderIndex index() {
        return index;
    }

    @Override
    public boolean buildIndex(Progress progress, Cancellation cancellation) {
        return true;
    }

    @Override
    public List<StreamSummary> streams() {
        return StreamLists.streams(index, source.deletedStreams());
    }

    @Override
    public List<CategorySummary> categories() {
        return StreamLists.categories(
                index, source.snapshots().map(SnapshotReader::countByStream).orElse(Map.of()));
    }

    @Override
    public StreamHistory history(String stream, Fold fold, Progress progress, Cancellation cancellation) {
        return new HistoryLoader(source, decoder()).load(stream, fold, progress, cancellation);
    }

    @Override
    public List<StoredSnapshot> snapshots(String stream) {
        var found = new ArrayList<StoredSnapshot>();
        source.snapshots().ifPresent(reader -> {
            try (var cursor = reader.read(Optional.of(stream))) {
                for (var page = cursor.next(); page.isPresent(); page = cursor.next()) {
                    found.addAll(page.get());
                }
            }
        });
        return found;
    }

    @Override
    public Fold defaultFold() {
        return store.defaultFold();
    }

    @Override
    public String foldOrigin() {
        return store.foldOrigin();
    }

    @Override
    public Optional<FoldText> foldText() {
        return store.foldText();
    }

    @Override
    public List<String> foldComplaints() {
        return store.foldComplaints();
    }

    @Override
    public void close() {
        // the store belongs to whoever opened it
    }
}
