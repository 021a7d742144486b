package io.hindcast.audit.verify;

import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.fold.Numbers;
import io.hindcast.engine.replay.FieldChange;
import io.hindcast.engine.replay.FieldPattern;
import io.hindcast.engine.replay.Moment;
import io.hindcast.engine.replay.StreamHistory;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.state.Change;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateValue;
import io.hindcast.event.StoredSnapshot;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// Looks into a drift: which snapshot still agreed, after which event the two part, and what may have happened.
/// Stateless; safe for many threads.
public final class DriftExplainer {
    private final SnapshotVerifier verifier = new SnapshotVerifier();
    private final List<Fold> otherFolds;

    /// @param otherFolds folds that may have made the snapshots, tried after everything else
    public DriftExplainer(List<Fold> otherFolds) {
        this.otherFolds = List.copyOf(otherFolds);
    }

    /// @param all the snapshots of the stream, by version
    /// @param drifting one of them, with its state
    public Explanation explain(
            OpenStore store,
            StreamHistory history,
            List<StoredSnapshot> all,
            StoredSnapshot drifting,
            List<Change> changes) {
        int at = history.indexAt(new Moment.AtVersion(drifting.version()));
        Optional<StoredSnapshot> agreeing = lastAgreeing(store, history, all, drifting);
        int after = agreeing.map(it -> history.indexAt(new Moment.AtVersion(it.version())))
                .orElse(StreamHistory.BEFORE_FIRST);
        StateValue stored = SnapshotVerifier.stored(store, drifting);
        var causes = new Causes(history, stored, changes, after, at);
        Hint hint = causes.find(otherFolds);
        return new Explanation(
                agreeing.map(it -> OptionalLong.of(it.version())).orElse(OptionalLong.empty()),
                at - after,
                partsAt(history, hint, changes, after, at),
                hint);
    }

    private Optional<StoredSnapshot> lastAgreeing(
            OpenStore store, StreamHistory history, List<StoredSnapshot> all, StoredSnapshot drifting) {
        for (StoredSnapshot one : all.reversed()) {
            boolean isBefore = one.version() < drifting.version() && one.type().equals(drifting.type());
            if (isBefore && verifier.verify(store, history, one) instanceof Outcome.Matches) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    /// The event that the hint names, where it names one; else the first change of what differs after the last moment at
    /// which it was as the snapshot has it.
    private static Optional<EventName> partsAt(
            StreamHistory history, Hint hint, List<Change> changes, int after, int at) {
        return switch (hint) {
            case Hint.Skipped(EventName event, _) -> Optional.of(event);
            case Hint.Twice(EventName event, _) -> Optional.of(event);
            case Hint.Reordered(EventName first, _) -> Optional.of(first);
            case Hint.OlderFold(_, _, EventName first) -> Optional.of(first);
            case Hint.Stale(_, EventName last) -> next(history, changes, last.index(), at);
            case Hint.OldValue(_, EventName since) -> next(history, changes, since.index(), at);
            case Hint.Ahead _,
                    Hint.OtherFold _,
                    Hint.Precision _,
                    Hint.Edited _,
                    Hint.Unexplained _,
                    Hint.NotTried _ -> next(history, changes, after, at);
        };
    }

    /// The first event behind a place that changed anything of what differs.
    private static Optional<EventName> next(StreamHistory history, List<Change> changes, int behind, int at) {
        return changes.stream()
                .map(change -> history.fields().nextChange(FieldPattern.of(change.path()), behind))
                .filter(OptionalInt::isPresent)
                .map(OptionalInt::getAsInt)
                .filter(event -> event <= at)
                .min(Integer::compare)
                .map(event -> EventName.of(event, history.event(event)));
    }

    /// The number by which a replayed field differs from the snapshot's, where both are numbers.
    static Optional<Num> missing(Change change) {
        return Numbers.read(change.after())
                .flatMap(right -> Numbers.read(change.before()).map(right::minus));
    }

    /// The number that an event put on top of a field.
    static Optional<Num> step(FieldChange change) {
        Optional<Num> before = Numbers.read(change.before());
        return Numbers.read(change.after()).map(after -> before.map(after::minus).orElse(after));
    }
}
