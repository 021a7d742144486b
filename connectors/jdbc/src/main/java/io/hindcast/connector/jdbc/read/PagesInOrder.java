package io.hindcast.connector.jdbc.read;

import io.hindcast.connector.jdbc.dialect.KeyPart;
import io.hindcast.connector.jdbc.dialect.PageQuery;
import io.hindcast.connector.jdbc.dialect.RowPlaces;
import io.hindcast.connector.jdbc.read.PageTaker.Taken;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;

/// Pages of an order that no index gives. The database sorts once, keys alone; then each page is fetched from where its
/// rows lie, some pages ahead, each by a statement and a transaction of its own. Used by one thread.
///
/// A page that does not come whole, because rows were rewritten meanwhile, is not handed out: the reader goes on behind the
/// last page as if there were no order.
final class PagesInOrder {
    private final Connections connections;
    private final EventQueries queries;
    private final PageTaker taker;
    private final RowOrder order;
    private final int most;
    private final Deque<Fetch> ahead = new ArrayDeque<>();
    private List<KeyPart> behind;
    private int next;
    private boolean disturbed;

    /// @param rows how many are still to come of the page
    private record Fetch(int page, int rows, Future<Taken> taken) {}

    private PagesInOrder(
            Connections connections, EventQueries queries, PageTaker taker, RowOrder order, List<KeyPart> behind) {
        this.connections = connections;
        this.queries = queries;
        this.taker = taker;
        this.order = order;
        this.behind = behind;
        this.most = 2 * connections.readers();
    }

    /// The order of what lies behind a row.
    static PagesInOrder behind(
            List<KeyPart> last, RowPlaces places, int pageSize, Connections connections, EventQueries queries, PageTaker taker) {
        var order = new RowOrder(places, pageSize, queries.keys().size());
        PageQuery query = queries.order(last, places, order.most());
        connections.use(connection -> {
            connections.dialect().read(connection, query, order::take);
            return order;
        });
        return new PagesInOrder(connections, queries, taker, order.finished(), last);
    }

    /// The next page; nothing at the end of the order, or where it was disturbed.
    Optional<Taken> next() {
        while (ahead.size() < most && next < order.pages()) {
            ahead.add(start(next, order.page(next).length, next == 0 ? behind : order.end(next - 1)));
            next++;
        }
        var first = ahead.poll();
        if (first == null) {
            return Optional.empty();
        }
        var taken = PagesAhead.result(first.taken());
        if (isWhole(first, taken)) {
            behind = taken.last();
            return Optional.of(taken);
        }
        if (taken.isCut() && taken.rows() < first.rows()) {
            behind = taken.last();
            ahead.push(start(first.page(), first.rows() - taken.rows(), behind));
            return Optional.of(taken);
        }
        disturbed = true;
        close();
        return Optional.empty();
    }

    private boolean isWhole(Fetch fetch, Taken taken) {
        return taken.rows() == fetch.rows() && taken.last().equals(order.end(fetch.page()));
    }

    private Fetch start(int page, int rows, List<KeyPart> from) {
        var query = queries.among(order.page(page), order.places(), from);
        return new Fetch(page, rows, connections.start(() -> taker.take(query)));
    }

    /// Whether rows were not where they had been.
    boolean isDisturbed() {
        return disturbed;
    }

    /// Whether there may be more rows than the order holds.
    boolean isFull() {
        return order.isFull();
    }

    /// Lets go of what nobody will ask for.
    void close() {
        ahead.forEach(fetch -> fetch.taken().cancel(false));
        ahead.clear();
        next = order.pages();
    }
}
