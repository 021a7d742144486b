package io.hindcast.cli;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.EventCursor;
import io.hindcast.connector.EventSource;
import io.hindcast.connector.ReadRequest;
import io.hindcast.connector.SnapshotReader;
import io.hindcast.connector.SourceInfo;
import io.hindcast.engine.payload.StandardPayloads;
import io.hindcast.engine.session.FoldFinder;
import io.hindcast.engine.session.IndexedStore;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.event.Bookmark;
import io.hindcast.event.ByteSlice;
import io.hindcast.event.EventPage;
import io.hindcast.event.PayloadShape;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One account in memory: a deposit for each version that a test names, a minute apart, in pages of one event.
///
/// @param breaksOff whether the connection is lost when bodies are read
record OneAccount(List<Long> versions, boolean breaksOff) implements EventSource {
    private static final Instant START = Instant.parse("2026-01-01T08:00:00Z");

    OpenStore opened() {
        return new IndexedStore("fake", this, new StandardPayloads(), FoldFinder.Found.NOTHING);
    }

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
