package io.hindcast.engine.session;

import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.replay.StreamHistory;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Whole histories that were made lately, by stream and by the digest of their fold: who goes back to a fold does not wait
/// for it to run again. Bounded by what they hold beside their events, and by their number; the one that was asked for
/// longest ago goes first. Safe for many threads.
final class KeptHistories {
    private static final int MOST = 8;

    private final long mostBytes;
    private final Map<Key, StreamHistory> kept = new LinkedHashMap<>(16, 0.75f, true);

    /// By name as well, which is shown with the state.
    private record Key(String stream, String digest, String name) {
        static Key of(String stream, Fold fold) {
            return new Key(stream, fold.digest(), fold.name());
        }
    }

    /// @param mostBytes what all of them together may hold
    KeptHistories(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    synchronized Optional<StreamHistory> find(String stream, Fold fold) {
        return Optional.ofNullable(kept.get(Key.of(stream, fold)));
    }

    /// A history of the stream by whatever fold: its events need not be read again.
    synchronized Optional<StreamHistory> ofStream(String stream) {
        return kept.values().stream()
                .filter(history -> history.stream().equals(stream))
                .findFirst();
    }

    synchronized void keep(StreamHistory history) {
        kept.put(Key.of(history.stream(), history.fold()), history);
        long bytes = kept.values().stream().mapToLong(StreamHistory::held).sum();
        Iterator<StreamHistory> eldest = kept.values().iterator();
        while (eldest.hasNext() && (bytes > mostBytes || kept.size() > MOST)) {
            bytes -= eldest.next().held();
            eldest.remove();
        }
    }

    synchronized void forget() {
        kept.clear();
    }
}
