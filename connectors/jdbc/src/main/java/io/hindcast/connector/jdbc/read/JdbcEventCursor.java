package io.hindcast.connector.jdbc.read;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.EventCursor;
import io.hindcast.connector.ReadRequest;
import io.hindcast.connector.ReadRequest.Selection;
import io.hindcast.connector.jdbc.dialect.KeyPart;
import io.hindcast.connector.jdbc.read.PageTaker.Taken;
import io.hindcast.event.EventPage;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Pages by key. Between two pages nothing is held of the store: no result, no transaction, no connection.
///
/// The whole store is read by several connections at a time where its positions are numbers; what was added meanwhile,
/// behind the last position that was there at the beginning, is then read page by page like anything else. A stream
/// that is longer than a page is read so behind its first page, until a stretch of versions is empty: then it ends, or
/// goes on behind a gap. Where no index gives the order of the store, see [PagesInOrder].
final class JdbcEventCursor implements EventCursor {
    /// Fewer pages than these are not worth the question where the positions end.
    private static final int WORTH_IT = 2;

    /// So often the order is found anew because rows were rewritten meanwhile.
    private static final int PATIENCE = 3;

    private final Connections connections;
    private final EventQueries queries;
    private final ReadRequest request;
    private final PageTaker taker;
    private List<KeyPart> last;
    private @Nullable PagesAhead ahead;
    private final Indexes indexes;
    private boolean inOrder;
    private @Nullable PagesInOrder ordered;
    private boolean toBeOrdered;
    private int disturbances;
    private boolean readsAhead;
    private boolean exhausted;
    private boolean closed;

    /// @param indexes of the event table
    JdbcEventCursor(
            Connections connections,
            EventMapping mapping,
            EventQueries queries,
            ReadRequest request,
            Indexes indexes) {
        this.indexes = indexes;
        this.inOrder = queries.places().isPresent();
        this.connections = connections;
        this.queries = queries;
        this.request = request;
        this.taker = new PageTaker(connections, mapping, queries, request);
        this.readsAhead = connections.readers() > 1
                && request.direction() == ReadRequest.Direction.FORWARD
                && queries.line().isPresent();
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
            var taken = readsAhead ? takeAhead() : inOrder ? takeInOrder() : take();
            if (!taken.last().isEmpty()) {
                last = taken.last();
            }
            var page = taken.page();
            if (page.isPresent()) {
                return page;
            }
        }
        return Optional.empty();
    }

    private Taken take() {
        var near = queries.nearPage(last);
        if (near.isPresent()) {
            var taken = taker.take(near.get());
            if (taken.rows() > 0) {
                return taken;
            }
        }
        var taken = taker.take(queries.page(last));
        exhausted = taken.whole();
        return taken;
    }

    private Taken takeAhead() {
        boolean sound = false;
        try {
            var taken = request.selection() instanceof Selection.Stream ? ofStream() : ofStore();
            sound = true;
            return taken;
        } finally {
            if (!sound) {
                letGo();
            }
        }
    }

    /// Behind the first page the database sorts once for all the others, see [PagesInOrder]; what was added behind them
    /// meanwhile is read page by page.
    private Taken takeInOrder() {
        boolean sound = false;
        try {
            if (ordered == null && toBeOrdered) {
                toBeOrdered = false;
                ordered = orderBehind(last);
            }
            var taken = ordered == null ? firstInOrder() : nextInOrder(ordered);
            sound = true;
            return taken;
        } finally {
            if (!sound) {
                letGo();
            }
        }
    }

    private Taken firstInOrder() {
        var taken = take();
        if (!exhausted && !taken.last().isEmpty()) {
            if (queries.areGivenBy(indexes)) {
                inOrder = false;
            } else {
                toBeOrdered = true; // by the next call: nobody waits for that to see the first page
            }
        }
        return taken;
    }

    private Taken nextInOrder(PagesInOrder order) {
        var taken = order.next();
        if (taken.isPresent()) {
            return taken.get();
        }
        ordered = null;
        if (order.isDisturbed() && disturbances++ < PATIENCE) {
            return firstInOrder();
        }
        if (order.isFull() && !order.isDisturbed()) {
            ordered = orderBehind(last);
            return nextInOrder(ordered);
        }
        inOrder = false;
        return take();
    }

    private PagesInOrder orderBehind(List<KeyPart> key) {
        return PagesInOrder.behind(
                key, queries.places().orElseThrow(), request.pageSize(), connections, queries, taker);
    }

    private Taken ofStore() {
        if (ahead == null) {
            ahead = begin();
        }
        var taken = ahead == null ? Optional.<Taken>empty() : ahead.next();
        if (taken.isPresent()) {
            return taken.get();
        }
        readsAhead = false;
        return take();
    }

    private Taken ofStream() {
        if (ahead != null) {
            var taken = ahead.next().filter(stretch -> stretch.rows() > 0);
            if (taken.isPresent()) {
                return taken.get();
            }
            letGo();
        }
        var taken = take();
        if (!taken.whole() && !taken.last().isEmpty() && taken.last().getFirst() instanceof KeyPart.Number(long version)) {
            ahead = new PagesAhead(
                    connections, queries, taker, request.pageSize(), taken.last(), version, request.versions().upTo(), false);
        }
        return taken;
    }

    /// Null when what is left is too little.
    private @Nullable PagesAhead begin() {
        var ends = connections.use(connection -> NumberLine.read(connection, queries.ends()));
        if (ends.isEmpty() || ends.get().first() == Long.MIN_VALUE) {
            return null;
        }
        long after = last.isEmpty() ? ends.get().first() - 1 : Bookmarks.number(last.getFirst());
        long end = ends.get().last();
        long near = after + (long) WORTH_IT * request.pageSize();
        return near >= end || near < after
                ? null
                : new PagesAhead(connections, queries, taker, request.pageSize(), last, after, end, true);
    }

    private void letGo() {
        if (ordered != null) {
            ordered.close();
            ordered = null;
        }
        if (ahead != null) {
            ahead.close();
            ahead = null;
        }
    }

    @Override
    public void close() {
        closed = true;
        letGo();
    }
}
