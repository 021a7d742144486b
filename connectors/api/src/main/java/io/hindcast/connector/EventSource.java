package io.hindcast.connector;

import java.util.Optional;

/// One open store. Safe for many threads; readers should keep to a few cursors at a time. Nothing here writes.
public interface EventSource extends AutoCloseable {
    /// What was recognised, and what was done to prove that nothing can be written.
    SourceInfo info();

    /// Starts reading. No transaction stays open between two pages unless the store is a local file.
    ///
    /// @throws ConnectorException when the store refuses
    EventCursor read(ReadRequest request);

    /// The stored snapshots, absent where the system has none.
    Optional<SnapshotReader> snapshots();

    /// Lets go of the store. Cursors still open fail with kind CLOSED. Closing twice is allowed.
    @Override
    void close();
}
