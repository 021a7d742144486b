package io.hindcast.desktop.fake;

import io.hindcast.connector.SnapshotReader;
import io.hindcast.event.StoredSnapshot;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Snapshots of a list, all on one page.
record FakeSnapshots(List<StoredSnapshot> all) implements SnapshotReader {
    @Override
    public SnapshotCursor read(Optional<String> stream) {
        List<StoredSnapshot> wanted = all.stream()
                .filter(one -> stream.isEmpty() || stream.get().equals(one.stream()))
                .sorted(Comparator.comparing(StoredSnapshot::stream).thenComparingLong(StoredSnapshot::version))
                .toList();
        return new SnapshotCursor() {
            private boolean read;

            @Override
            public Optional<List<StoredSnapshot>> next() {
                boolean more = !read && !wanted.isEmpty();
                read = true;
                return more ? Optional.of(wanted) : Optional.empty();
            }

            @Override
            public void close() {
                // nothing is held
            }
        };
    }

    @Override
    public long count() {
        return all.size();
    }
}
