package io.hindcast.engine.session;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.EventCursor;
import io.hindcast.connector.EventSource;
import io.hindcast.connector.ReadRequest;
import io.hindcast.connector.SnapshotReader;
import io.hindcast.connector.SourceInfo;
import io.hindcast.connector.Tail;
import io.hindcast.engine.changelog.LogMemory;
import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.index.HeaderIndex;
import io.hindcast.engine.payload.PayloadDecoder;
import io.hindcast.engine.replay.HistoryLoader;
import io.hindcast.engine.replay.StreamHistory;
import io.hindcast.engine.replay.StreamState;
import io.hindcast.engine.spool.EventSpool;
import io.hindcast.engine.spool.SpoolPlace;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.engine.work.Progress;
import io.hindcast.event.Bookmark;
import io.hindcast.event.EventPage;
import io.hindcast.event.StoredSnapshot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A store with a header index over it. Closing it closes its source.
public final class IndexedStore implements OpenStore {
    private final String location;
    private final EventSource source;
    private final PayloadDecoder decoder;
    private final FoldFinder.Found fold;
    private final HeaderIndex index;
    private final ReentrantLock indexing = new ReentrantLock();
    private final SpoolPlace place;
    private final ReentrantLock copying = new ReentrantLock();
    private final KeptHistories kept = new KeptHistories(LogMemory.common().keptAside());
    private @Nullable EventSpool copy;
    private volatile @Nullable EventSpool bodies;
    private @Nullable Bookmark indexedTo;
    private @Nullable LivePlace livePlace;
    private volatile boolean indexed;
    private volatile boolean closed;
    private volatile @Nullable Map<String, Long> snapshotCounts;
    private volatile @Nullable Set<String> deleted;

    /// A store of which nothing was read yet.
    public IndexedStore(String location, EventSource source, PayloadDecoder decoder, FoldFinder.Found fold) {
        this(location, source, decoder, fold, SpoolPlace.FILE);
    }

    /// A store whose headers were read already.
    ///
    /// @param index of all events of the source
    public IndexedStore(
            String location, EventSource source, PayloadDecoder decoder, FoldFinder.Found fold, HeaderIndex index) {
        this(location, source, decoder, fold, SpoolPlace.NOWHERE, index);
        indexed = true;
    }

    /// @param place where a copy of the bodies may lie
    IndexedStore(
            String location, EventSource source, PayloadDecoder decoder, FoldFinder.Found fold, SpoolPlace place) {
        this(location, source, decoder, fold, place, new HeaderIndex());
    }

    private IndexedStore(
            String location,
            EventSource source,
            PayloadDecoder decoder,
            FoldFinder.Found fold,
            SpoolPlace place,
            HeaderIndex index) {
        this.location = location;
        this.source = source;
        this.decoder = decoder;
        this.fold = fold;
        this.place = place;
        this.index = index;
    }

    @Override
    public String location() {
        return location;
    }

    @Override
    public SourceInfo info() {
        return source.info();
    }

    @Override
    public SourceInfo infoOf(String stream) {
        return source.infoOf(stream);
    }

    @Override
    public EventSource source() {
        return source;
    }

    @Override
    public PayloadDecoder decoder() {
        return decoder;
    }

    @Override
    public HeaderIndex index() {
        return index;
    }

    @Override
    public boolean buildIndex(Progress progress, Cancellation cancellation) {
        indexing.lock();
        try {
            if (!indexed) {
                indexed = readHeaders(progress, cancellation);
            }
            return indexed;
        } finally {
            indexing.unlock();
        }
    }

    private boolean readHeaders(Progress progress, Cancellation cancellation) {
        var request = ReadRequest.store(ReadRequest.Detail.OUTLINE);
        if (livePlace == null) {
            livePlace = new LivePlace(source.tail().flatMap(Tail::mark));
        }
        try (var cursor = source.read(indexedTo == null ? request : request.after(indexedTo))) {
            while (!cancellation.isCancelled()) {
                Optional<EventPage> page = cursor.next();
                if (page.isEmpty()) {
                    return true;
                }
                index.append(page.get());
                indexedTo = page.get().bookmark();
                progress.advanced(index.size(), -1);
            }
        }
        return false;
    }

    @Override
    public boolean copyBodies(Progress progress, Cancellation cancellation) {
        if (place == SpoolPlace.NOWHERE || !source.isFar() || !buildIndex(Progress.SILENT, cancellation)) {
            return false;
        }
        copying.lock();
        try {
            if (bodies == null && !closed) {
                if (copy == null) {
                    copy = EventSpool.create(index, place);
                }
                if (copy.fill(source, progress, cancellation)) {
                    bodies = copy;
                }
            }
            return bodies != null;
        } catch (IOException _) {
            return false; // no room for a copy: bodies are read from the store, as before
        } finally {
            copying.unlock();
        }
    }

    @Override
    public boolean follow(LiveListener listener, Cancellation cancellation) {
        var tail = source.tail();
        var from = livePlace;
        if (tail.isEmpty() || from == null) {
            return false;
        }
        from.stand(index);
        new LiveRun(tail.get(), from, this::append).run(listener, cancellation);
        return true;
    }

    /// One run at a time appends; the copy of the bodies grows where nobody is filling it just now.
    private void append(EventPage page) {
        indexing.lock();
        try {
            int first = index.size();
            index.append(page);
            if (copying.tryLock()) {
                try {
                    var copied = bodies;
                    if (copied != null) {
                        copied.append(page, first);
                    }
                } finally {
                    copying.unlock();
                }
            }
        } finally {
            indexing.unlock();
        }
    }

    @Override
    public Optional<EventSpool> bodies() {
        return Optional.ofNullable(bodies);
    }

    @Override
    public List<StreamSummary> streams() {
        return StreamLists.streams(index, deletedStreams());
    }

    @Override
    public List<CategorySummary> categories() {
        return StreamLists.categories(index, snapshotCounts());
    }

    @Override
    public StreamHistory history(String stream, Fold with, Progress progress, Cancellation cancellation) {
        Optional<StreamHistory> known = kept.find(stream, with).filter(this::isWhole);
        if (known.isPresent()) {
            return known.get();
        }
        StreamHistory made = foldedAgain(stream, with, cancellation)
                .orElseGet(() -> loaded(stream, with, progress, cancellation));
        if (!cancellation.isCancelled() && isWhole(made)) {
            kept.keep(made);
        }
        return made;
    }

    /// From the events of a history that is there already.
    private Optional<StreamHistory> foldedAgain(String stream, Fold with, Cancellation cancellation) {
        try {
            return kept.ofStream(stream).filter(this::isWhole).map(history -> history.foldedWith(with, cancellation));
        } catch (LogMemory.Full _) {
            kept.forget();
            return Optional.empty();
        }
    }

    private StreamHistory loaded(String stream, Fold with, Progress progress, Cancellation cancellation) {
        var loader = new HistoryLoader(source, decoder);
        return fromCopy(stream, pages -> loader.load(stream, pages, with, progress, cancellation))
                .orElseGet(() -> loader.load(stream, with, progress, cancellation));
    }

    /// Whether a history has all that the index has of its stream, which grows with the store.
    private boolean isWhole(StreamHistory history) {
        OptionalInt ordinal = index.streamNamed(history.stream());
        return indexed
                && ordinal.isPresent()
                && !index.isAmbiguous(history.stream())
                && index.streamEntry(ordinal.getAsInt()).events() == history.size();
    }

    @Override
    public StreamState head(String stream, Fold with, Progress progress, Cancellation cancellation) {
        var loader = new HistoryLoader(source, decoder);
        return fromCopy(stream, pages -> loader.head(stream, pages, with, progress, cancellation))
                .orElseGet(() -> loader.head(stream, with, progress, cancellation));
    }

    /// What is made of the stream's pages in the copy; nothing where the store has to be asked.
    private <T> Optional<T> fromCopy(String stream, Function<EventCursor, T> made) {
        var copied = bodies;
        try {
            return copied == null ? Optional.empty() : new CopiedStream(index, copied).pages(stream).map(made);
        } catch (ConnectorException _) {
            bodies = null; // a copy that cannot be read is as good as none
            return Optional.empty();
        }
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
        found.sort(Comparator.comparingLong(StoredSnapshot::version));
        return found;
    }

    @Override
    public Fold defaultFold() {
        return fold.fold();
    }

    @Override
    public String foldOrigin() {
        return fold.origin();
    }

    @Override
    public Optional<FoldText> foldText() {
        return fold.text();
    }

    @Override
    public List<String> foldComplaints() {
        return fold.complaints();
    }

    /// A copy that is just being made stops at the next page, because the store fails; then its file goes.
    @Override
    public void close() {
        kept.forget();
        closed = true;
        source.close();
        copying.lock();
        try {
            if (copy != null) {
                copy.close();
            }
        } finally {
            copying.unlock();
        }
    }

    private Map<String, Long> snapshotCounts() {
        Map<String, Long> known = snapshotCounts;
        if (known == null) {
            known = source.snapshots().map(SnapshotReader::countByStream).orElse(Map.of());
            snapshotCounts = known;
        }
        return known;
    }

    private Set<String> deletedStreams() {
        Set<String> known = deleted;
        if (known == null) {
            known = source.deletedStreams();
            deleted = known;
        }
        return known;
    }
}
