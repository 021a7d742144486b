package io.hindcast.connector;

import io.hindcast.event.StoredSnapshot;
import java.util.List;
import java.util.Optional;

/// Reads stored snapshots, ordered by stream and then version.
public interface SnapshotReader {
    /// @param stream only of this stream; of all streams when absent
    SnapshotCursor read(Optional<String> stream);

    /// How many there are.
    long count();

    /// Pages of snapshots; used by one thread at a time.
    interface SnapshotCursor extends AutoCloseable {
        /// The next page, never an empty one; nothing at the end.
        Optional<List<StoredSnapshot>> next();

        @Override
        void close();
    }
}
