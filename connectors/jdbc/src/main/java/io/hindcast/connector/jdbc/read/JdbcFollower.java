package io.hindcast.connector.jdbc.read;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.Follower;
import io.hindcast.connector.Reach;
import io.hindcast.connector.jdbc.dialect.KeyPart;
import io.hindcast.connector.jdbc.dialect.PageQuery;
import io.hindcast.connector.jdbc.dialect.ResultSetReader;
import io.hindcast.connector.jdbc.tail.Bound;
import io.hindcast.connector.jdbc.tail.HorizonFinder;
import io.hindcast.event.EventPage;
import io.hindcast.event.Position;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Reads behind the last key, up to the bound. Between two calls nothing is held of the store but a connection that listens,
/// where the store sends news.
final class JdbcFollower implements Follower {
    private final Connections connections;
    private final EventQueries queries;
    private final EventQueries counting;
    private final PageTaker taker;
    private final HorizonFinder finder;
    private final News news;
    private List<KeyPart> last;
    private Bound bound = new Bound.Unknown();
    private boolean drained;
    private volatile boolean closed;

    JdbcFollower(
            Connections connections,
            EventQueries queries,
            EventQueries counting,
            PageTaker taker,
            HorizonFinder finder,
            List<KeyPart> last,
            News news) {
        this.connections = connections;
        this.queries = queries;
        this.counting = counting;
        this.taker = taker;
        this.finder = finder;
        this.last = last;
        this.news = news;
    }

    @Override
    public Reach look() {
        refuseWhenClosed();
        bound = finder.look();
        drained = false;
        long seen = count(new Bound.Everything());
        long ready = seen == 0 ? 0 : count(bound);
        if (seen > ready) {
            news.expected();
        }
        return new Reach(horizon(), ready, Math.max(0, seen - ready), !(bound instanceof Bound.Unknown));
    }

    private long count(Bound upTo) {
        return connections.use(connection -> counted(connection, counting.count(last, upTo, Reach.MOST)));
    }

    private static long counted(Connection connection, PageQuery query) throws SQLException {
        try (var statement = connection.prepareStatement(query.sql())) {
            ResultSetReader.limit(statement);
            ResultSetReader.bind(statement, query.values());
            try (var result = statement.executeQuery()) {
                return result.next() ? result.getLong(1) : 0;
            }
        }
    }

    private Optional<Position> horizon() {
        return switch (bound) {
            case Bound.UpTo(long position) -> Optional.of(Position.of(position));
            case Bound.Unknown(), Bound.Below _, Bound.Everything() -> Optional.empty();
        };
    }

    @Override
    public Optional<EventPage> next() {
        refuseWhenClosed();
        while (!drained && !(bound instanceof Bound.Unknown)) {
            var taken = taker.take(queries.page(last, bound));
            if (!taken.last().isEmpty()) {
                last = taken.last();
            }
            // What an unbounded reading did not see may have been committed before what it saw next.
            drained = taken.whole();
            var page = taken.page();
            if (page.isPresent()) {
                news.arrived();
                return page;
            }
        }
        return Optional.empty();
    }

    @Override
    public void await(Duration atMost) throws InterruptedException {
        if (!closed) {
            news.await(atMost);
        }
    }

    private void refuseWhenClosed() {
        if (closed) {
            throw new ConnectorException(ConnectorException.Kind.CLOSED, "The follower was closed.");
        }
        connections.refuseWhenClosed();
    }

    @Override
    public void close() {
        closed = true;
        news.close();
    }
}
