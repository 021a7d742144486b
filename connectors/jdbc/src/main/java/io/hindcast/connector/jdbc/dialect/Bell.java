package io.hindcast.connector.jdbc.dialect;

import java.sql.SQLException;
import java.time.Duration;

/// Rings when the database says that something was written. Used by one thread; closed by any.
public interface Bell extends AutoCloseable {
    /// Waits for a ring, at most this long; returns at once for one that was missed.
    ///
    /// @return whether it rang
    /// @throws SQLException when the connection was lost or closed
    boolean await(Duration atMost) throws SQLException, InterruptedException;

    @Override
    void close();
}
