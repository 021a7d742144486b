package io.hindcast.desktop.focus;

import io.hindcast.engine.replay.StreamHistory;
import io.hindcast.event.StoredSnapshot;
import java.util.List;

/// The stream that is looked at: its history and what the store keeps as its snapshots, by version.
public record Subject(StreamHistory history, List<StoredSnapshot> snapshots) {
    public Subject {
        snapshots = List.copyOf(snapshots);
    }

    public String stream() {
        return history.stream();
    }

    public int size() {
        return history.size();
    }
}
