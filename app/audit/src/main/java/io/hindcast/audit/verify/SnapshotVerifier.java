package io.hindcast.audit.verify;

import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.replay.Moment;
import io.hindcast.engine.replay.StateAt;
import io.hindcast.engine.replay.StreamHistory;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.state.Change;
import io.hindcast.engine.state.Opaque;
import io.hindcast.engine.state.StateValue;
import io.hindcast.event.StoredSnapshot;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Tests one stored snapshot against the history of its stream; [StoreVerification] tests all. Stateless; safe for many
/// threads.
public final class SnapshotVerifier {

    /// One snapshot against a history already loaded.
    public Outcome verify(OpenStore store, StreamHistory history, StoredSnapshot snapshot) {
        StateValue stored = stored(store, snapshot);
        Optional<Outcome.Unverifiable> unreadable = unreadable(snapshot, stored);
        if (unreadable.isPresent()) {
            return unreadable.get();
        }
        if (history.size() == 0) {
            return new Outcome.Unverifiable("the stream has no events");
        }
        StateAt replay = history.at(new Moment.AtVersion(snapshot.version()));
        if (replay.last().flatMap(event -> present(event.version())).filter(v -> v == snapshot.version()).isEmpty()) {
            return noSuchEvent(snapshot.version());
        }
        if (!replay.isReliable()) {
            return unreliable(
                    replay.problems().getFirst().version(), replay.problems().getFirst().reason());
        }
        return compare(history.fold(), history.category(), stored, replay.state());
    }

    /// The state that an application stored, decoded.
    static StateValue stored(OpenStore store, StoredSnapshot snapshot) {
        return store.decoder().decode(snapshot.state(), store.infoOf(snapshot.stream()).snapshotState());
    }

    static Optional<Outcome.Unverifiable> unreadable(StoredSnapshot snapshot, StateValue stored) {
        return snapshot.trouble()
                .or(() -> stored instanceof Opaque(String reason, _, _)
                        ? Optional.of("the snapshot is unreadable: " + reason)
                        : Optional.empty())
                .map(Outcome.Unverifiable::new);
    }

    static Outcome.Unverifiable noSuchEvent(long version) {
        return new Outcome.Unverifiable("the stream has no event of version " + version);
    }

    static Outcome.Unverifiable unreliable(long version, String reason) {
        return new Outcome.Unverifiable("event v%d before it could not be folded: %s".formatted(version, reason));
    }

    /// A decoded snapshot against the state at its version.
    static Outcome compare(Fold fold, String category, StateValue stored, StateValue replayed) {
        if (!fold.covers(category)) {
            return new Outcome.Unverifiable("the fold has no rules for category " + category);
        }
        List<Change> changes = fold.comparison(category).compare(stored, replayed).changes();
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
