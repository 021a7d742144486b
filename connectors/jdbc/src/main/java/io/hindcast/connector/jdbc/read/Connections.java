package io.hindcast.connector.jdbc.read;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.jdbc.dialect.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/// A few read-only connections, lent for the time of one page.
final class Connections implements AutoCloseable {
    /// How long one of our own connections is waited for where the server gives no other: longer than a page takes.
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Dialect dialect;
    private final int most;
    private final Semaphore places;
    private final Deque<Connection> idle = new ArrayDeque<>();
    private final ExecutorService readers = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("hindcast-reader-", 0).factory());
    private int open;
    private boolean closed;

    /// @param most so many are open at most, at least 1
    Connections(Dialect dialect, int most) {
        this.dialect = dialect;
        this.most = most;
        this.places = new Semaphore(most);
    }

    /// Work on a connection.
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    Dialect dialect() {
        return dialect;
    }

    /// How many pages may be read at the same time. Of a server's connections one is left for other questions.
    int readers() {
        boolean alone = dialect.readers() == 1;
        return alone ? 1 : dialect.isFar() ? Math.max(1, most - 1) : Math.min(dialect.readers(), most);
    }

    /// Starts work on a thread of its own; it lends itself a connection.
    <T> Future<T> start(Callable<T> work) {
        try {
            return readers.submit(work);
        } catch (RejectedExecutionException e) {
            throw new ConnectorException(ConnectorException.Kind.CLOSED, "The store was closed.", e);
        }
    }

    /// Lends a connection; on a shared database the transaction ends with the work. A dialect may close it to stop a
    /// long answer.
    ///
    /// @throws ConnectorException when the store fails or is closed
    <T> T use(Work<T> work) {
        try {
            places.acquire();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new ConnectorException(ConnectorException.Kind.CLOSED, "Reading was interrupted.");
        }
        try {
            return lend(work);
        } catch (SQLException e) {
            refuseWhenClosed();
            if (isLost(e)) {
                discardIdle();
            }
            throw dialect.explain(e);
        } finally {
            places.release();
        }
    }

    private <T> T lend(Work<T> work) throws SQLException {
        var connection = taken();
        boolean sound = false;
        try {
            T result = work.on(connection);
            if (!connection.isClosed()) {
                if (dialect.isShared()) {
                    connection.rollback();
                }
                sound = dialect.keeps(connection);
            }
            return result;
        } finally {
            if (!sound || !putBack(connection)) {
                discard(connection);
            }
        }
    }

    /// A connection that cannot be closed properly is already lost; why it was lost is the news, not this.
    private void discard(Connection connection) {
        gone();
        try {
            connection.close();
        } catch (SQLException _) {
            return;
        }
    }

    /// Whether the server went away or threw us out; then the other connections will not have fared better.
    private static boolean isLost(SQLException trouble) {
        String state = String.valueOf(trouble.getSQLState());
        return state.startsWith("08") || state.startsWith("57P");
    }

    private void discardIdle() {
        for (var connection = waiting(); connection != null; connection = waiting()) {
            discard(connection);
        }
    }

    /// An idle connection or a new one. Where the server gives no more of them, one of those that are lent is waited for:
    /// reading gets slower then, and does not fail.
    private Connection taken() throws SQLException {
        for (var waiting = waitingOrRoom(); waiting != null; waiting = waitingOrRoom()) {
            if (dialect.keeps(waiting)) {
                return waiting;
            }
            discard(waiting);
        }
        try {
            return dialect.connect();
        } catch (SQLException refused) {
            return instead(refused);
        } catch (ConnectorException refused) {
            return instead(refused);
        }
    }

    /// Nothing when a new connection may be opened, which then counts as open.
    private synchronized @Nullable Connection waitingOrRoom() {
        refuseWhenClosed();
        var waiting = idle.poll();
        if (waiting == null) {
            open++;
        }
        return waiting;
    }

    private synchronized void gone() {
        open--;
        notifyAll();
    }

    /// Waits for a connection that is lent now; throws what the server said where there is none.
    private synchronized <E extends Exception> Connection instead(E refused) throws E {
        gone();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (idle.isEmpty()) {
            refuseWhenClosed();
            long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
            if (left <= 0 || open == 0) {
                throw refused;
            }
            try {
                wait(left);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                throw new ConnectorException(ConnectorException.Kind.CLOSED, "Reading was interrupted.");
            }
        }
        return idle.pop();
    }

    private synchronized @Nullable Connection waiting() {
        return idle.poll();
    }

    private synchronized boolean putBack(Connection connection) {
        if (!closed) {
            idle.push(connection);
            notifyAll();
        }
        return !closed;
    }

    synchronized void refuseWhenClosed() {
        if (closed) {
            throw new ConnectorException(ConnectorException.Kind.CLOSED, "The store was closed.");
        }
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        readers.shutdown();
        try {
            while (!idle.isEmpty()) {
                idle.pop().close();
            }
        } catch (SQLException e) {
            throw dialect.explain(e);
        } finally {
            dialect.close();
        }
    }
}
