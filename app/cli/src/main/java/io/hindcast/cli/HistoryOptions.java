package io.hindcast.cli;

import io.hindcast.connector.ConnectorException;
import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.replay.StreamHistory;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.work.Cancellation;

/// Loads the stream that a verb is about.
final class HistoryOptions {
    private HistoryOptions() {}

    /// @throws UsageException when the store has no such stream
    static StreamHistory load(House house, OpenStore store, String stream, Fold fold) {
        try {
            var history = store.history(stream, fold, Indexing.progress(house.terminal()), Cancellation.never());
            Indexing.clear(house.terminal());
            if (history.size() == 0) {
                throw new UsageException("The store has no stream named " + stream + "; `hindcast streams` lists them.");
            }
            return history;
        } catch (ConnectorException failure) {
            throw new StoppedEarly("Reading stream %s stopped: %s".formatted(stream, failure.sentence()), failure);
        }
    }
}
