package io.hindcast.connector.tck;

import io.hindcast.connector.EventSource;
import io.hindcast.connector.SnapshotReader;
import io.hindcast.event.StoredSnapshot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Every snapshot that a reader gave.
public record SnapshotsReadOut(List<StoredSnapshot> snapshots) {
    public SnapshotsReadOut {
        snapshots = List.copyOf(snapshots);
    }

    /// All of a store's, empty where its system has none.
    public static SnapshotsReadOut of(EventSource source) {
        return source.snapshots().map(reader -> of(reader, Optional.empty())).orElse(new SnapshotsReadOut(List.of()));
    }

    public static SnapshotsReadOut of(SnapshotReader reader, Optional<String> stream) {
        var snapshots = new ArrayList<StoredSnapshot>();
        try (var cursor = reader.read(stream)) {
            for (var page = cursor.next(); page.isPresent(); page = cursor.next()) {
                if (page.get().isEmpty()) {
                    throw new AssertionError("an empty page of snapshots");
                }
                snapshots.addAll(page.get());
            }
        }
        return new SnapshotsReadOut(snapshots);
    }

    List<String> streams() {
        return snapshots.stream().map(StoredSnapshot::stream).distinct().toList();
    }

    List<StoredSnapshot> of(String stream) {
        return snapshots.stream()
                .filter(snapshot -> snapshot.stream().equals(stream))
                .toList();
    }

    /// A stream's snapshots lie together, by version. How names of streams compare is the store's affair.
    void assertOrdered() {
        Set<String> finished = new HashSet<>();
        for (int row = 1; row < snapshots.size(); row++) {
            var before = snapshots.get(row - 1);
            var here = snapshots.get(row);
            if (before.stream().equals(here.stream())) {
                if (before.version() > here.version()) {
                    throw new AssertionError("snapshots of " + here.stream() + " are not ordered by version");
                }
            } else if (!finished.add(before.stream()) || finished.contains(here.stream())) {
                throw new AssertionError("snapshots are not ordered by stream: " + here.stream() + " comes twice");
            }
        }
    }
}
