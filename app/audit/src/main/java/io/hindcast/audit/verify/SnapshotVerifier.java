package io.hindcast.audit.verify;

import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.replay.Moment;
import io.hindcast.engine.replay.StateAt;
import io.hindcast.engine.replay.StreamHistory;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.state.Change;
import io.hindcast.engine.state.Opaque;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.engine.work.Progress;
import io.hindcast.event.StoredSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Tests stored snapshots against the replay of their streams. Stateless; safe for many threads.
public final class SnapshotVerifier {

    /// Every snapshot of the store, stream by stream, each stream read once.
    ///
    /// @param progress counts snapshots
    public Verification verify(OpenStore store, Fold fold, Progress progress, Cancellation cancellation) {
        var verified = new ArrayList<VerifiedSnapshot>();
        Optional<StreamHistory> history = Optional.empty();
        var reader = store.source().snapshots();
        if (reader.isEmpty()) {
            return new Verification(verified, true);
        }
        try (var cursor = reader.get().read(Optional.empty())) {
            for (var page = cursor.next(); page.isPresent(); page = cursor.next()) {
                for (StoredSnapshot snapshot : page.get()) {
                    if (cancellation.isCancelled()) {
                        return new Verification(verified, false);
                    }
                    history = history.filter(
                            loaded -> loaded.stream().equals(snapshot.stream()));
                    StreamHistory loaded = history.orElseGet(
                            () -> store.history(snapshot.stream(), fold, Progress.SILENT, cancellation));
                    history = Optional.of(loaded);
                    verified.add(new VerifiedSnapshot(snapshot, verify(store, loaded, snapshot)));
                }
                progress.advanced(verified.size(), -1);
            }
        }
        return new Verification(verified, true);
    }

    /// One snapshot against a history already loaded.
    public Outcome verify(OpenStore store, StreamHistory history, StoredSnapshot snapshot) {
        if (snapshot.trouble().isPresent()) {
            return new Outcome.Unverifiable(snapshot.trouble().get());
        }
        StateValue stored = store.decoder().decode(snapshot.state(), store.infoOf(snapshot.stream()).snapshotState());
        if (stored instanceof Opaque opaque) {
            return new Outcome.Unverifiable("the snapshot is unreadable: " + opaque.reason());
        }
        if (history.size() == 0) {
            return new Outcome.Unverifiable("the stream has no events");
        }
        StateAt replay = history.at(new Moment.AtVersion(snapshot.version()));
        if (replay.last().flatMap(event -> present(event.version())).filter(v -> v == snapshot.version()).isEmpty()) {
            return new Outcome.Unverifiable("the stream has no event of version " + snapshot.version());
        }
        if (!replay.isReliable()) {
            return new Outcome.Unverifiable("event v%d before it could not be folded: %s"
                    .formatted(replay.problems().getFirst().version(), replay.problems().getFirst().reason()));
        }
        return compare(history, stored, replay.state());
    }

    private static Outcome compare(StreamHistory history, StateValue stored, StateValue replayed) {
        Fold fold = history.fold();
        if (!fold.covers(history.category())) {
            return new Outcome.Unverifiable("the fold has no rules for category " + history.category());
        }
        List<Change> changes =
                fold.comparison(history.category()).compare(stored, replayed).changes();
        if (changes.isEmpty()) {
            return new Outcome.Matches();
        }
        return fold.isGuess()
                ? new Outcome.Unverifiable("no fold rules: the merge fold is a guess, and it differs at "
                        + changes.getFirst().path())
                : new Outcome.Drifts(changes);
    }

    private static Optional<Long> present(OptionalLong value) {
        return value.isPresent() ? Optional.of(value.getAsLong()) : Optional.empty();
    }
}
