package io.hindcast.connector.postgresql;

import io.hindcast.connector.jdbc.dialect.Bell;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/// A session that does nothing but listen to one channel. It holds no transaction.
final class Channel implements Bell {
    /// The driver's wait ends for nothing but news; in slices of this length it is looked whether anybody still waits.
    private static final Duration SLICE = Duration.ofMillis(200);

    private final Connection connection;

    private Channel(Connection connection) {
        this.connection = connection;
    }

    /// @param connection the channel closes it
    static Channel on(Connection connection, String quotedName) throws SQLException {
        boolean sound = false;
        try {
            connection.setAutoCommit(true);
            try (var statement = connection.createStatement()) {
                statement.execute("LISTEN " + quotedName);
            }
            sound = true;
            return new Channel(connection);
        } finally {
            if (!sound) {
                connection.close();
            }
        }
    }

    @Override
    public boolean await(Duration atMost) throws SQLException, InterruptedException {
        var driver = connection.unwrap(PGConnection.class);
        long end = System.nanoTime() + atMost.toNanos();
        for (long left = atMost.toNanos(); left > 0; left = end - System.nanoTime()) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            long millis = Math.max(1, Math.min(Duration.ofNanos(left).toMillis(), SLICE.toMillis()));
            PGNotification[] rings = driver.getNotifications(Math.toIntExact(millis));
            if (rings != null && rings.length > 0) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException _) {
            return; // it is gone already
        }
    }
}
