package io.hindcast.cli;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.EventCursor;
import io.hindcast.connector.EventSource;
import io.hindcast.connector.ReadRequest;
import io.hindcast.connector.SnapshotReader;
import io.hindcast.connector.SourceInfo;
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
import io.hindcast.event.Bookmark;
import io.hindcast.event.ByteSlice;
import io.hindcast.event.EventPage;
import io.hindcast.event.PayloadShape;
import io.hindcast.event.StoredSnapshot;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A store of one account in memory: a deposit for each version that a test names, a minute apart.
final class FakeStore implements OpenStore {
    private static final Instant START = Instant.parse("2026-01-01T08:00:00Z");

    private final HeaderIndex index = new HeaderIndex();
    private final PayloadDecoder decoder = new StandardPayloads();
    private final Source source;

    /// @param breaksOff whether the connection is lost when bodies are read
    FakeStore(List<Long> versions, boolean breaksOff) {
        this.source = new Source(versions, breaksOff);
    }

    /// Pages of one event.
    private record Source(List<Long> versions, boolean breaksOff) implements EventSource {
        @Override
        public SourceInfo info() {
            var json = PayloadShape.of(PayloadShape.Formats.JSON);
            return new SourceInfo(
                    "fake", "fake", "fake", List.of(), "1", List.of(), List.of(),
                    Set.of(SourceInfo.Capability.DENSE_VERSIONS, SourceInfo.Capability.GLOBAL_ORDER),
                    json, json, json, Map.of());
        }

        @Override
        public EventCursor read(ReadRequest request) {
            return new EventCursor() {
                private int next;

                @Override
                public Optional<EventPage> next() {
                    boolean bodies = request.detail() == ReadRequest.Detail.FULL;
                    if (breaksOff && bodies && next > 0) {
                        throw new ConnectorException(ConnectorException.Kind.UNREACHABLE, "the connection was lost");
                    }
                    return next == versions.size() ? Optional.empty() : Optional.of(page(next++, bodies));
                }

                @Override
                public void close() {}
            };
        }

        private EventPage page(int place, boolean bodies) {
            var page = new EventPage.Builder(true, 1);
            page.stream("account-1", "account").type("Deposited").position(0, place + 1L).version(versions.get(place));
            page.recordedAt(START.plusSeconds(60L * place)).id("e" + place);
            if (bodies) {
                page.data(bytes("{\"amount\":1}")).metadata(bytes("{}"));
            }
            page.endRow();
            return page.build(new Bookmark(Integer.toString(place)));
        }

        private static byte[] bytes(String json) {
            return ByteSlice.ofText(json).copy();
        }

        @Override
        public Optional<SnapshotReader> snapshots() {
            return Optional.empty();
        }

        @Override
        public void close() {}
    }

    @Override
    public String location() {
        return "fake";
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
        if (index.size() == 0) {
            try (var cursor = source.read(ReadRequest.store(ReadRequest.Detail.HEADERS))) {
                for (var page = cursor.next(); page.isPresent(); page = cursor.next()) {
                    index.append(page.get());
                }
            }
        }
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
        return List.of();
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
    public void close() {}
}
