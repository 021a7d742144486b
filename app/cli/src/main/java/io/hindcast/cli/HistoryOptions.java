package io.hindcast.cli;

import io.hindcast.connector.ConnectorException;
import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.replay.StreamHistory;
import io.hindcast.engine.replay.StreamState;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.engine.work.Progress;
import java.util.function.Function;

/// Loads the stream that a verb is about.
final class HistoryOptions {
    private HistoryOptions() {}

    /// @throws UsageException when the store has no such stream
    static StreamHistory load(House house, OpenStore store, String stream, Fold fold) {
        var history = read(house, stream, progress -> store.history(stream, fold, progress, Cancellation.never()));
        return there(history, stream, history.size());
    }

    /// The state behind the last event, for less work than a history.
    ///
    /// @throws UsageException when the store has no such stream
    static StreamState head(House house, OpenStore store, String stream, Fold fold) {
        var state = read(house, stream, progress -> store.head(stream, fold, progress, Cancellation.never()));
        return there(state, stream, state.at().eventsApplied());
    }

    private static <T> T read(House house, String stream, Function<Progress, T> reading) {
        try {
            T read = reading.apply(Indexing.progress(house.terminal()));
            Indexing.clear(house.terminal());
            return read;
        } catch (ConnectorException failure) {
            throw new StoppedEarly("Reading stream %s stopped: %s".formatted(stream, failure.sentence()), failure);
        }
    }

    private static <T> T there(T read, String stream, int events) {
        if (events == 0) {
            throw unknown(stream);
        }
        return read;
    }

    /// That the store has no such stream, and how to find those it has.
    static UsageException unknown(String stream) {
        return new UsageException("The store has no stream named " + stream + "; `hindcast streams` lists them.");
    }
}
