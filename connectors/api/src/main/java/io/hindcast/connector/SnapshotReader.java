package io.hindcast.connector;

import io.hindcast.event.StoredSnapshot;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Reads stored snapshots, ordered by stream, and then by version where a table has a column for it.
public interface SnapshotReader {
    /// @param stream only of this stream; of all streams when absent
    SnapshotCursor read(Optional<String> stream);

    /// How many there are.
    long count();

    /// How many there are of each stream. Reads all of them unless the connector knows a shorter way.
    default Map<String, Long> countByStream() {
        var counts = new TreeMap<String, Long>();
        try (var cursor = read(Optional.empty())) {
            for (var page = cursor.next(); page.isPresent(); page = cursor.next()) {
                page.get().forEach(snapshot -> counts.merge(snapshot.stream(), 1L, Long::sum));
            }
        }
        return counts;
    }

    /// Pages of snapshots; used by one thread at a time.
    interface SnapshotCursor extends AutoCloseable {
        /// The next page, never an empty one; nothing at the end.
        Optional<List<StoredSnapshot>> next();

        @Override
        void close();
    }
}
