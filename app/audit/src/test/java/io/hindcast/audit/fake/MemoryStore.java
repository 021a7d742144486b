package io.hindcast.audit.fake;

import io.hindcast.connector.EventSource;
import io.hindcast.connector.ReadRequest;
import io.hindcast.connector.SourceInfo;
import io.hindcast.connector.SourceInfo.Capability;
import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.fold.MergeFold;
import io.hindcast.engine.index.HeaderIndex;
import io.hindcast.engine.payload.PayloadDecoder;
import io.hindcast.engine.payload.StandardPayloads;
import io.hindcast.engine.replay.HistoryLoader;
import io.hindcast.engine.replay.StreamHistory;
import io.hindcast.engine.session.CategorySummary;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.session.StreamSummary;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.engine.work.Progress;
import io.hindcast.event.Event;
import io.hindcast.event.EventField;
import io.hindcast.event.EventPage;
import io.hindcast.event.FieldLocation;
import io.hindcast.event.PayloadShape;
import io.hindcast.event.StoredSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A store in memory. What is put into its lists later is a store that grows.
public final class MemoryStore implements OpenStore {
    private final HeaderIndex index = new HeaderIndex();
    private final MemorySource source;
    private final PayloadDecoder decoder = new StandardPayloads();
    private boolean indexed;

    /// @param events in the order of the store
    /// @param snapshots in order of stream and version
    public MemoryStore(
            List<Event> events, List<StoredSnapshot> snapshots, Set<String> deleted, Set<Capability> capabilities) {
        this.source = new MemorySource(info(capabilities), events, snapshots, deleted);
    }

    /// Sound in every way that its events allow.
    public static MemoryStore of(List<Event> events) {
        return new MemoryStore(
                events,
                List.of(),
                Set.of(),
                Set.of(
                        Capability.GLOBAL_ORDER,
                        Capability.DENSE_VERSIONS,
                        Capability.DENSE_POSITIONS,
                        Capability.DELETION_MARKS,
                        Capability.RECORDED_TIME));
    }

    private static SourceInfo info(Set<Capability> capabilities) {
        var json = PayloadShape.of(PayloadShape.Formats.JSON);
        return new SourceInfo(
                "memory",
                "memory",
                "memory",
                List.of(),
                "",
                List.of(),
                List.of(new SourceInfo.NotRead("links", 3, "they are no events")),
                capabilities,
                json,
                json,
                json,
                Map.of(
                        EventField.CAUSATION_ID, List.of(FieldLocation.metadata("/causationId")),
                        EventField.EFFECTIVE_AT, List.of(FieldLocation.data("/valueDate"))));
    }

    /// Tells of every page that is read.
    public MemoryStore telling(Runnable onPage) {
        source.onPage = onPage;
        return this;
    }

    /// Events are read so many at a time.
    public MemoryStore inPagesOf(int rows) {
        source.rows = rows;
        return this;
    }

    @Override
    public String location() {
        return "memory";
    }

    @Override
    public SourceInfo info() {
        return source.info();
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
        if (indexed) {
            return true;
        }
        try (var cursor = source.read(ReadRequest.store(ReadRequest.Detail.OUTLINE))) {
            for (Optional<EventPage> page = cursor.next(); page.isPresent(); page = cursor.next()) {
                if (cancellation.isCancelled()) {
                    return false;
                }
                index.append(page.get());
            }
        }
        indexed = true;
        return true;
    }

    @Override
    public List<StreamSummary> streams() {
        return List.of();
    }

    @Override
    public List<CategorySummary> categories() {
        return List.of();
    }

    @Override
    public StreamHistory history(String stream, Fold fold, Progress progress, Cancellation cancellation) {
        return new HistoryLoader(source, decoder).load(stream, fold, progress, cancellation);
    }

    @Override
    public List<StoredSnapshot> snapshots(String stream) {
        var found = new ArrayList<>(source.snapshotsOfAll());
        found.removeIf(snapshot -> !snapshot.stream().equals(stream));
        return found;
    }

    @Override
    public Fold defaultFold() {
        return new MergeFold();
    }

    @Override
    public String foldOrigin() {
        return "merge fold";
    }

    @Override
    public List<String> foldComplaints() {
        return List.of();
    }

    @Override
    public void close() {
        source.close();
    }
}
