package io.hindcast.connector.jdbc.read;

import io.hindcast.connector.Follower;
import io.hindcast.connector.ReadRequest;
import io.hindcast.connector.ReadRequest.Detail;
import io.hindcast.connector.ReadRequest.Direction;
import io.hindcast.connector.Tail;
import io.hindcast.connector.jdbc.dialect.KeyPart;
import io.hindcast.connector.jdbc.tail.Bound;
import io.hindcast.connector.jdbc.tail.HorizonFinder;
import io.hindcast.connector.jdbc.tail.HorizonRule;
import io.hindcast.event.Bookmark;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Follows an SQL store by the horizon that its layout names.
final class JdbcTail implements Tail {
    private static final int LOOKS = 10;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);

    private final Connections connections;
    private final StoreContents contents;
    private final HorizonRule rule;
    private final boolean listens;

    /// @param listens whether the server lets sessions listen to a channel
    JdbcTail(Connections connections, StoreContents contents, HorizonRule rule, boolean listens) {
        this.connections = connections;
        this.contents = contents;
        this.rule = rule;
        this.listens = listens;
    }

    @Override
    public Certainty certainty() {
        return rule.certainty();
    }

    @Override
    public String how() {
        return rule.how()
                + channel().map("; the store says when it was written to, on channel %s"::formatted).orElse("");
    }

    private Optional<String> channel() {
        return contents.layout().events().notifies()
                .filter(_ -> listens)
                .map(channel -> channel.replace("{schema}", contents.events().schema()));
    }

    @Override
    public Optional<Bookmark> mark() {
        connections.refuseWhenClosed();
        return switch (known(rule.begin(OptionalLong.empty()))) {
            case Bound.Unknown() -> Optional.empty();
            case Bound.UpTo(long position) -> Optional.of(bookmark(new KeyPart.Number(position)));
            case Bound.Below(long transaction) ->
                Optional.of(bookmark(new KeyPart.Number(transaction - 1), new KeyPart.Number(Long.MAX_VALUE)));
            case Bound.Everything() -> newest();
        };
    }

    /// Transactions that write events are short: after a few looks the bound is known.
    private static Bound known(HorizonFinder finder) {
        var bound = finder.look();
        try {
            for (int looks = 0; looks < LOOKS && bound instanceof Bound.Unknown; looks++) {
                Thread.sleep(BETWEEN_LOOKS);
                bound = finder.look();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return bound;
    }

    private static Bookmark bookmark(KeyPart... key) {
        return Bookmarks.of(EventQueries.FORWARD, List.of(key));
    }

    /// The last row that is an event.
    private Optional<Bookmark> newest() {
        var request = ReadRequest.store(Detail.OUTLINE)
                .withDirection(Direction.BACKWARD)
                .withPageSize(1);
        var mapping = mapping(Detail.OUTLINE);
        var queries = new EventQueries(request, mapping, contents.layout().skips(), new LeftOut());
        try (var cursor = new JdbcEventCursor(
                connections, mapping, queries, request, new Indexes(connections, contents.eventTables()))) {
            return cursor.next()
                    .map(page -> Bookmarks.key(page.bookmark(), queries.order(), queries.keys().size()))
                    .map(key -> Bookmarks.of(EventQueries.FORWARD, key));
        }
    }

    private EventMapping mapping(Detail detail) {
        return new EventMapping(contents.layout().events(), contents.eventTables(), connections.dialect(), detail);
    }

    @Override
    public Follower follow(Optional<Bookmark> after, Detail detail, int pageSize) {
        connections.refuseWhenClosed();
        var request = ReadRequest.store(detail).withPageSize(pageSize);
        var mapping = mapping(detail);
        var queries = new EventQueries(request, mapping, contents.layout().skips(), new LeftOut());
        List<KeyPart> last = after.map(bookmark ->
                        Bookmarks.key(bookmark, queries.order(), queries.keys().size()))
                .orElse(List.of());
        var settled = last.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Bookmarks.number(last.getFirst()));
        return new JdbcFollower(
                connections,
                queries,
                counting(),
                new PageTaker(connections, mapping, queries, request),
                rule.begin(settled),
                last,
                new News(connections, channel()));
    }

    /// Here the database leaves out what is no event, for nobody looks at the rows.
    private EventQueries counting() {
        var all = new LeftOut();
        all.foundMany();
        return new EventQueries(
                ReadRequest.store(Detail.OUTLINE), mapping(Detail.OUTLINE), contents.layout().skips(), all);
    }
}
