package io.hindcast.connector.jdbc.read;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.jdbc.dialect.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/// A few read-only connections, lent for the time of one page.
final class Connections implements AutoCloseable {
    /// An explorer must not load a production store.
    private static final int MOST = 4;

    private final Dialect dialect;
    private final Semaphore places = new Semaphore(MOST);
    private final Deque<Connection> idle = new ArrayDeque<>();
    private boolean closed;

    Connections(Dialect dialect) {
        this.dialect = dialect;
    }

    /// Work on a connection.
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    Dialect dialect() {
        return dialect;
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
                sound = true;
            }
            return result;
        } finally {
            if (!sound || !putBack(connection)) {
                discard(connection);
            }
        }
    }

    /// A connection that cannot be closed properly is already lost; why it was lost is the news, not this.
    private static void discard(Connection connection) {
        try {
            connection.close();
        } catch (SQLException _) {
            return;
        }
    }

    private Connection taken() throws SQLException {
        refuseWhenClosed();
        var waiting = waiting();
        return waiting == null ? dialect.connect() : waiting;
    }

    private synchronized @Nullable Connection waiting() {
        return idle.poll();
    }

    private synchronized boolean putBack(Connection connection) {
        if (!closed) {
            idle.push(connection);
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
