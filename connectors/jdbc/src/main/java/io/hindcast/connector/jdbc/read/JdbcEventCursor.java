package io.hindcast.connector.jdbc.read;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.EventCursor;
import io.hindcast.connector.ReadRequest;
import io.hindcast.connector.jdbc.dialect.KeyPart;
import io.hindcast.connector.jdbc.dialect.PageQuery;
import io.hindcast.event.EventPage;
import java.util.List;
import java.util.Optional;

/// Pages by key. Between two pages nothing is held of the store: no result, no transaction, no connection.
final class JdbcEventCursor implements EventCursor {
    /// A page ends early when it holds this many bytes, so that ten thousand bodies of 10 MB stay readable.
    private static final long LARGEST_PAGE = 32L << 20;

    private final Connections connections;
    private final EventMapping mapping;
    private final EventQueries queries;
    private final ReadRequest request;
    private List<KeyPart> last;
    private boolean exhausted;
    private boolean closed;

    JdbcEventCursor(Connections connections, EventMapping mapping, EventQueries queries, ReadRequest request) {
        this.connections = connections;
        this.mapping = mapping;
        this.queries = queries;
        this.request = request;
        this.last = request.after()
                .map(bookmark ->
                        Bookmarks.key(bookmark, queries.order(), queries.keys().size()))
                .orElse(List.of());
    }

    @Override
    public Optional<EventPage> next() {
        if (closed) {
            throw new ConnectorException(ConnectorException.Kind.CLOSED, "The reader was closed.");
        }
        connections.refuseWhenClosed();
        while (!exhausted) {
            var page = new EventPage.Builder(mapping.isPositioned(), Math.min(request.pageSize(), 1024));
            read(page);
            if (page.size() > 0) {
                return Optional.of(page.build(Bookmarks.of(queries.order(), last)));
            }
        }
        return Optional.empty();
    }

    private void read(EventPage.Builder page) {
        var near = queries.nearPage(last);
        if (near.isPresent() && read(near.get(), page).rows > 0) {
            return;
        }
        var taken = read(queries.page(last), page);
        exhausted = taken.rows < request.pageSize() && taken.bytes < LARGEST_PAGE;
    }

    private Taken read(PageQuery query, EventPage.Builder page) {
        var taken = new Taken();
        connections.use(connection -> {
            connections.dialect().read(connection, query, row -> {
                last = queries.keys().of(row);
                long bytes = mapping.add(row, queries.streams(), queries.categories(), queries.versions(), page);
                return taken.count(bytes);
            });
            return taken;
        });
        return taken;
    }

    /// How much one statement gave.
    private static final class Taken {
        private int rows;
        private long bytes;

        boolean count(long more) {
            rows++;
            bytes += Math.max(more, 0);
            return bytes < LARGEST_PAGE;
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
