package io.hindcast.connector.jdbc.read;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.jdbc.read.PageTaker.Taken;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/// Pages of the whole store from several connections at a time, handed out in order. The line of positions is cut into
/// stretches; each is a statement and a transaction of its own, so that nothing is held for longer than a page takes.
/// Used by one thread.
final class PagesAhead {
    private final Connections connections;
    private final EventQueries queries;
    private final PageTaker taker;
    private final int pageSize;
    private final long end;
    private final int most;
    private final Deque<Stretch> ahead = new ArrayDeque<>();
    private long begin;
    private long width;

    private record Stretch(long after, long upTo, Future<Taken> taken) {}

    /// @param after the position behind which to begin
    /// @param end the last position
    PagesAhead(Connections connections, EventQueries queries, PageTaker taker, int pageSize, long after, long end) {
        this.connections = connections;
        this.queries = queries;
        this.taker = taker;
        this.pageSize = pageSize;
        this.begin = after;
        this.end = end;
        // No two rows share a position, so that a stretch as wide as a page is never more than a page.
        this.width = pageSize;
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
            ahead.add(start(begin, upTo));
            begin = upTo;
        }
        var first = ahead.poll();
        if (first == null) {
            return Optional.empty();
        }
        var taken = result(first.taken());
        if (!taken.whole() && !taken.last().isEmpty()) {
            long reached = Bookmarks.number(taken.last().getFirst());
            if (reached < first.upTo()) {
                ahead.push(start(reached, first.upTo()));
            }
            width = Math.max(pageSize, width / 2);
        } else if (taken.rows() < pageSize - taken.rows()) {
            width = Math.min(width * 2, Long.MAX_VALUE / 4);
        }
        return Optional.of(taken);
    }

    private Stretch start(long after, long upTo) {
        return new Stretch(after, upTo, connections.start(() -> taker.take(queries.stretch(after, upTo))));
    }

    private static Taken result(Future<Taken> future) {
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
