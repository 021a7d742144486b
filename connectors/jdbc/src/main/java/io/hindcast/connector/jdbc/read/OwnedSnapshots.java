package io.hindcast.connector.jdbc.read;

import io.hindcast.connector.SnapshotReader;
import io.hindcast.event.StoredSnapshot;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Snapshots under the names of the streams that they are about, where the store calls them by another.
final class OwnedSnapshots implements SnapshotReader {
    private final SnapshotReader stored;
    private final SnapshotOwners owners;

    OwnedSnapshots(SnapshotReader stored, SnapshotOwners owners) {
        this.stored = stored;
        this.owners = owners;
    }

    @Override
    public SnapshotCursor read(Optional<String> stream) {
        var names = new ArrayDeque<Optional<String>>();
        if (stream.isEmpty()) {
            names.add(stream);
        } else {
            owners.namesOf(stream.get()).forEach(name -> names.add(Optional.of(name)));
        }
        return new Cursor(names);
    }

    @Override
    public long count() {
        return stored.count();
    }

    @Override
    public Map<String, Long> countByStream() {
        var counts = new TreeMap<String, Long>();
        stored.countByStream().forEach((name, rows) -> counts.merge(owners.ownerOf(name), rows, Long::sum));
        return counts;
    }

    private final class Cursor implements SnapshotCursor {
        private final Deque<Optional<String>> names;
        private SnapshotCursor open;

        Cursor(Deque<Optional<String>> names) {
            this.open = stored.read(names.removeFirst());
            this.names = names;
        }

        @Override
        public Optional<List<StoredSnapshot>> next() {
            var page = open.next();
            while (page.isEmpty() && !names.isEmpty()) {
                open.close();
                open = stored.read(names.removeFirst());
                page = open.next();
            }
            return page.map(snapshots -> snapshots.stream().map(owners::owned).toList());
        }

        @Override
        public void close() {
            open.close();
        }
    }
}
