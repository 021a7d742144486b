package io.hindcast.audit.horizon;

import io.hindcast.connector.SnapshotReader;
import io.hindcast.engine.index.HeaderIndex;
import io.hindcast.event.StoredSnapshot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Snapshots without those that were surely taken behind a horizon: of a version that their stream does not have yet, and
/// stored after everything within. One that does not say when it was stored is kept: it may be a defect.
final class BoundedSnapshots implements SnapshotReader {
    private final SnapshotReader reader;
    private final HeaderIndex index;

    /// @param index of what lies within the horizon
    BoundedSnapshots(SnapshotReader reader, HeaderIndex index) {
        this.reader = reader;
        this.index = index;
    }

    @Override
    public SnapshotCursor read(Optional<String> stream) {
        SnapshotCursor cursor = reader.read(stream);
        Instant last = latest();
        return new SnapshotCursor() {
            @Override
            public Optional<List<StoredSnapshot>> next() {
                for (var page = cursor.next(); page.isPresent(); page = cursor.next()) {
                    List<StoredSnapshot> within = page.get().stream()
                            .filter(snapshot -> !isLater(snapshot, last))
                            .toList();
                    if (!within.isEmpty()) {
                        return Optional.of(within);
                    }
                }
                return Optional.empty();
            }

            @Override
            public void close() {
                cursor.close();
            }
        };
    }

    private boolean isLater(StoredSnapshot snapshot, Instant last) {
        OptionalInt stream = index.streamNamed(snapshot.stream());
        boolean beyond = stream.isEmpty()
                || snapshot.version() > index.streamEntry(stream.getAsInt()).lastVersion();
        return beyond && snapshot.recordedAt().filter(time -> time.isAfter(last)).isPresent();
    }

    private Instant latest() {
        long last = Long.MIN_VALUE;
        for (int event = 0; event < index.size(); event++) {
            last = Math.max(last, index.micros(event));
        }
        return last == HeaderIndex.NO_TIME ? Instant.MAX : Micros.endOf(last);
    }

    @Override
    public long count() {
        return countByStream().values().stream().mapToLong(Long::longValue).sum();
    }
}
