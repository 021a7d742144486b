package io.hindcast.connector.jdbc.read;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.jdbc.dialect.KeyPart;
import io.hindcast.connector.jdbc.dialect.PageQuery;
import io.hindcast.connector.jdbc.read.PageTaker.Taken;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/// Pages from several connections at a time, handed out in order. The line of positions, or of the versions of a stream,
/// is cut into stretches; each is a statement and a transaction of its own, so that nothing is held for longer than a
/// page takes. Used by one thread.
final class PagesAhead {
    private final Connections connections;
    private final EventQueries queries;
    private final PageTaker taker;
    private final boolean unique;
    private final int narrowest;
    private final long end;
    private final int most;
    private final Deque<Stretch> ahead = new ArrayDeque<>();
    private List<KeyPart> behind;
    private long begin;
    private long width;

    private record Stretch(long upTo, Future<Taken> taken) {}

    /// @param behind the key of the row behind which to begin; empty at the beginning
    /// @param after the number of that row, or one below all
    /// @param end the last number
    /// @param unique whether no two rows share a number
    PagesAhead(
            Connections connections,
            EventQueries queries,
            PageTaker taker,
            int pageSize,
            List<KeyPart> behind,
            long after,
            long end,
            boolean unique) {
        this.connections = connections;
        this.queries = queries;
        this.taker = taker;
        this.unique = unique;
        // Where rows might share a number, only a page that is not full is known to be all of its stretch.
        this.narrowest = unique ? pageSize : Math.max(1, pageSize - 1);
        this.behind = behind;
        this.begin = after;
        this.end = end;
        this.width = narrowest;
        // One being handed out, the others being read, and as many waiting so that no reader has to.
        this.most = 2 * connections.readers();
    }

    /// What the next stretch gave; nothing when all were handed out.
    ///
    /// @throws ConnectorException when the store failed; nothing more can be had from here then
    Optional<Taken> next() {
        while (ahead.size() < most && begin < end) {
            long next = begin + width;
            long upTo = next > end || next < begin ? end : next;
            ahead.add(start(behind.isEmpty() ? queries.stretch(begin, upTo) : queries.rest(behind, upTo), upTo));
            behind = List.of();
            begin = upTo;
        }
        var first = ahead.poll();
        if (first == null) {
            return Optional.empty();
        }
        var taken = result(first.taken());
        if (!taken.whole() && !taken.last().isEmpty()) {
            if (!unique || Bookmarks.number(taken.last().getFirst()) < first.upTo()) {
                ahead.push(start(queries.rest(taken.last(), first.upTo()), first.upTo()));
            }
            width = Math.max(narrowest, width / 2);
        } else if (taken.rows() < narrowest - taken.rows()) {
            width = Math.min(width * 2, Long.MAX_VALUE / 4);
        }
        return Optional.of(taken);
    }

    private Stretch start(PageQuery query, long upTo) {
        return new Stretch(upTo, connections.start(() -> taker.take(query)));
    }

    static Taken result(Future<Taken> future) {
        try {
            return future.get();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new ConnectorException(ConnectorException.Kind.CLOSED, "Reading was interrupted.");
        } catch (ExecutionException e) {
            throw switch (e.getCause()) {
                case RuntimeException trouble -> trouble;
                case Error error -> throw error;
                case null, default -> new IllegalStateException("reading ahead failed", e);
            };
        }
    }

    /// Lets go of what nobody will ask for; a page that is being read is read to its end.
    void close() {
        ahead.forEach(stretch -> stretch.taken().cancel(false));
        ahead.clear();
        begin = end;
    }
}
