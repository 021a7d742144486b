package io.hindcast.connector.jdbc.read;

import io.hindcast.connector.BodyReader;
import io.hindcast.connector.EventCursor;
import io.hindcast.connector.EventSource;
import io.hindcast.connector.ReadRequest;
import io.hindcast.connector.ReadRequest.Detail;
import io.hindcast.connector.SnapshotReader;
import io.hindcast.connector.SourceInfo;
import io.hindcast.connector.SourceInfo.NotRead;
import io.hindcast.connector.Tail;
import io.hindcast.connector.TextSieve;
import io.hindcast.connector.jdbc.dialect.Dialect;
import io.hindcast.connector.jdbc.layout.Layout.Skip;
import io.hindcast.connector.jdbc.layout.SnapshotTable;
import io.hindcast.event.Bookmark;
import io.hindcast.event.FieldLocation.Part;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One open SQL store, read through a dialect by a layout.
public final class JdbcEventSource implements EventSource {
    /// Enough rows to meet the first version of a stream, whatever the system counts from.
    private static final int A_FEW = 16;

    private final Connections connections;
    private final StoreContents contents;
    private final SourceInfo info;
    private final @Nullable SnapshotReader snapshots;
    private final LeftOut leftOut = new LeftOut();
    private final Indexes indexes;
    private final Following.Answer following;
    private final boolean listens;
    private final Object counting = new Object();
    private @Nullable List<NotRead> counted;

    private JdbcEventSource(Connections connections, StoreContents contents, String connector) {
        this.connections = connections;
        this.contents = contents;
        this.indexes = new Indexes(connections, contents.eventTables());
        var dialect = connections.dialect();
        var layout = contents.layout();
        var mappings = layout.snapshots().stream()
                .flatMap(meaning -> contents.snapshots().stream()
                        .map(table -> new SnapshotMapping(
                                meaning, layout.events(), contents.snapshotTables(table), dialect)))
                .toList();
        this.snapshots = mappings.isEmpty() ? null : owned(new JdbcSnapshots(connections, mappings, this::categoryOf));
        this.following = new Following(connections, contents).answer();
        this.listens = layout.events().notifies().isPresent()
                && following instanceof Following.Answer.By
                && connections.use(dialect::letsListen);
        this.info = new Introduction(
                        connections, contents, connector, !mappings.isEmpty(), following instanceof Following.Answer.By)
                .info();
    }

    /// Opens a store whose contents are known.
    ///
    /// @param connector id of the connector, for [SourceInfo#connector()]
    /// @param most so many connections at most, at least 1
    public static EventSource open(Dialect dialect, StoreContents contents, String connector, int most) {
        var connections = new Connections(dialect, most);
        try {
            return new JdbcEventSource(connections, contents, connector);
        } catch (RuntimeException e) {
            connections.close();
            throw e;
        }
    }

    @Override
    public SourceInfo info() {
        return info;
    }

    /// Counted once, by the first who asks; others wait for the answer.
    @Override
    public List<NotRead> notRead() {
        synchronized (counting) {
            var known = counted;
            if (known == null) {
                connections.refuseWhenClosed();
                known = Stream.concat(
                                new Census(connections, contents).count().stream(), info.notRead().stream())
                        .toList();
                counted = known;
            }
            return known;
        }
    }

    @Override
    public EventCursor read(ReadRequest request) {
        connections.refuseWhenClosed();
        var mapping = mapping(request.detail());
        return new JdbcEventCursor(
                connections,
                mapping,
                new EventQueries(request, mapping, contents.layout().skips(), leftOut),
                request,
                indexes);
    }

    @Override
    public Optional<TextSieve> sieve() {
        var slots = mapping(Detail.FULL).slotsOf(Set.of(Part.values()));
        return Sieve.of(connections.dialect(), slots, List.of("a")).isEmpty()
                ? Optional.empty()
                : Optional.of(this::readHolding);
    }

    private EventCursor readHolding(ReadRequest request, List<String> texts, Set<Part> parts) {
        connections.refuseWhenClosed();
        var mapping = mapping(request.detail());
        var sieve = Sieve.of(connections.dialect(), mapping.slotsOf(parts), texts);
        var queries = new EventQueries(request, mapping, contents.layout().skips(), leftOut, sieve);
        return new JdbcEventCursor(connections, mapping, queries, request, indexes);
    }

    @Override
    public Optional<BodyReader> bodies() {
        var mapping =
                EventMapping.ofBodies(contents.layout().events(), contents.eventTables(), connections.dialect());
        return mapping.numberLine().isPresent() ? Optional.of(this::readBodies) : Optional.empty();
    }

    private EventCursor readBodies(Optional<Bookmark> after) {
        connections.refuseWhenClosed();
        var mapping =
                EventMapping.ofBodies(contents.layout().events(), contents.eventTables(), connections.dialect());
        var all = ReadRequest.store(Detail.FULL);
        var request = after.map(all::after).orElse(all);
        // A few rows that are no events cost less to read than to tell from the others.
        var skips = leftOut.areMany() ? contents.layout().skips() : List.<Skip>of();
        return new JdbcEventCursor(connections, mapping, new EventQueries(request, mapping, skips, leftOut), request, indexes);
    }

    @Override
    public Optional<Tail> tail() {
        return following instanceof Following.Answer.By(var rule)
                ? Optional.of(new JdbcTail(connections, contents, rule, listens))
                : Optional.empty();
    }

    @Override
    public String whyNotFollowed() {
        return following instanceof Following.Answer.Not(String why) ? why : "";
    }

    @Override
    public boolean isFar() {
        return connections.dialect().isFar();
    }

    @Override
    public Optional<SnapshotReader> snapshots() {
        return Optional.ofNullable(snapshots);
    }

    @Override
    public Set<String> deletedStreams() {
        return new DeletedStreams(connections, contents).names();
    }

    @Override
    public void close() {
        connections.close();
    }

    private EventMapping mapping(Detail detail) {
        return new EventMapping(contents.layout().events(), contents.eventTables(), connections.dialect(), detail);
    }

    private SnapshotReader owned(SnapshotReader stored) {
        return contents.layout()
                .snapshots()
                .flatMap(SnapshotTable::namedBefore)
                .<SnapshotReader>map(sign -> new OwnedSnapshots(
                        stored,
                        new SnapshotOwners(
                                sign,
                                () -> stored.countByStream().keySet(),
                                this::isStream,
                                new StreamsOfId(connections, contents, sign)::names)))
                .orElse(stored);
    }

    private boolean isStream(String name) {
        var first = ReadRequest.stream(name).withDetail(Detail.HEADERS).withPageSize(1);
        try (var cursor = read(first)) {
            return cursor.next().isPresent();
        }
    }

    private String categoryOf(String stream) {
        var first = ReadRequest.stream(stream).withDetail(Detail.HEADERS).withPageSize(A_FEW);
        try (var cursor = read(first)) {
            return cursor.next().map(page -> page.category(0)).orElse("");
        }
    }
}
