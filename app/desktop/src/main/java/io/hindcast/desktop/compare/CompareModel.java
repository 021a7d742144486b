package io.hindcast.desktop.compare;

import io.hindcast.audit.verify.Outcome;
import io.hindcast.audit.verify.VerifiedSnapshot;
import io.hindcast.desktop.focus.Destination;
import io.hindcast.desktop.focus.Focus;
import io.hindcast.desktop.focus.FoldInUse;
import io.hindcast.desktop.focus.Look;
import io.hindcast.desktop.focus.Notice;
import io.hindcast.desktop.focus.Subject;
import io.hindcast.desktop.work.Asking;
import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.replay.Moment;
import io.hindcast.engine.replay.StreamHistory;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.state.Change;
import io.hindcast.engine.state.Difference;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.event.StoredSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What the compare pane shows: baseline against focus, and the stream's snapshots against the replay.
public final class CompareModel {
    private final Focus focus;
    private final ReadOnlyObjectWrapper<Optional<Comparison>> comparison =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<VerifiedSnapshot>> snapshots = new ReadOnlyObjectWrapper<>(List.of());
    private final Asking<Question, Comparison> comparing;
    private final Asking<Check, List<VerifiedSnapshot>> verifying;
    private final ReadOnlyObjectWrapper<Optional<List<Change>>> supposed =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Asking<Supposition, Supposition> supposing;
    private Optional<Supposition> known = Optional.empty();
    private Optional<Subject> subject = Optional.empty();

    /// How one snapshot is tested against a history; called away from the screen's thread.
    @FunctionalInterface
    public interface Testing {
        Outcome test(OpenStore store, StreamHistory history, StoredSnapshot snapshot);
    }

    private record Question(StreamHistory history, int from, int to) {}

    /// @param recorded the same events as they were recorded; absent until they are folded
    /// @param changes recorded (before) and supposed (after)
    private record Supposition(
            StreamHistory history, Fold fold, int index, Optional<StreamHistory> recorded, List<Change> changes) {}

    private record Check(OpenStore store, Subject subject) {}

    public CompareModel(Focus focus, Testing testing) {
        this.focus = focus;
        this.comparing = focus.work().asking(
                it -> Comparison.of(it.history(), it.from(), it.to()),
                answer -> comparison.set(Optional.of(answer)),
                failure -> focus.tell(Notice.of(failure)));
        this.verifying = focus.work().asking(
                it -> verify(it, testing), this::verified, failure -> focus.tell(Notice.of(failure)));
        this.supposing = focus.work().asking(
                CompareModel::suppose,
                it -> {
                    known = Optional.of(it);
                    supposed.set(Optional.of(it.changes()));
                },
                failure -> focus.tell(Notice.of(failure)));
        focus.lookProperty().subscribe(this::follow);
    }

    private void follow(Look look) {
        compare(look);
        suppose(look);
        if (!look.subject().equals(subject)) {
            subject = look.subject();
            verifying.drop();
            snapshots.set(List.of());
            Optional<OpenStore> store = focus.storeProperty().get();
            if (store.isPresent() && subject.filter(it -> !it.snapshots().isEmpty()).isPresent()) {
                verifying.ask(new Check(store.get(), subject.get()));
            }
        }
    }

    /// The timeline marks what was tested. What is supposed says nothing about what was stored.
    private void verified(List<VerifiedSnapshot> all) {
        snapshots.set(all);
        if (subject.filter(it -> it.history().fold().isHypothetical()).isEmpty()) {
            focus.evidence().add(all);
        }
    }

    @SuppressWarnings("ReferenceEquality") // the very same history, or it is folded again
    private void suppose(Look look) {
        Optional<StreamHistory> history = look.history().filter(it -> it.fold().isHypothetical());
        Optional<Fold> fold = focus.recordedFold().map(FoldInUse::fold);
        if (history.isEmpty() || fold.isEmpty()) {
            supposing.drop();
            known = Optional.empty();
            supposed.set(Optional.empty());
            return;
        }
        Optional<StreamHistory> recorded =
                known.filter(it -> it.history() == history.get()).flatMap(Supposition::recorded);
        supposing.ask(new Supposition(history.get(), fold.get(), look.index(), recorded, List.of()));
    }

    private static Supposition suppose(Supposition asked) {
        StreamHistory recorded =
                asked.recorded().orElseGet(() -> asked.history().foldedWith(asked.fold(), new Cancellation()));
        int index = Math.min(asked.index(), recorded.size() - 1);
        List<Change> changes = Difference.between(recorded.stateAfter(index), asked.history().stateAfter(index));
        return new Supposition(asked.history(), asked.fold(), index, Optional.of(recorded), changes);
    }

    /// What differs between what was recorded and what is supposed; absent while nothing is supposed.
    ReadOnlyObjectProperty<Optional<List<Change>>> supposedProperty() {
        return supposed.getReadOnlyProperty();
    }

    private void compare(Look look) {
        OptionalInt from = look.baseline();
        if (look.history().isPresent() && from.isPresent()) {
            comparing.ask(new Question(look.history().get(), from.getAsInt(), look.index()));
        } else {
            comparing.drop();
            comparison.set(Optional.empty());
        }
    }

    private static List<VerifiedSnapshot> verify(Check check, Testing testing) throws InterruptedException {
        var verified = new ArrayList<VerifiedSnapshot>();
        for (StoredSnapshot snapshot : check.subject().snapshots()) {
            Outcome outcome = testing.test(check.store(), check.subject().history(), snapshot);
            verified.add(new VerifiedSnapshot(snapshot, outcome));
            if (Thread.interrupted()) {
                throw new InterruptedException("overtaken");
            }
        }
        return verified;
    }

    /// Compares from the last event at or before a moment.
    void compareFrom(Moment moment) {
        focus.look().history().ifPresent(it -> focus.compareFrom(OptionalInt.of(it.indexAt(moment))));
    }

    /// Compares up to the last event at or before a moment: the focus goes there.
    void compareTo(Moment moment) {
        focus.look().subject().ifPresent(it -> focus.goTo(it.stream(), new Destination.AtMoment(moment)));
    }

    /// Exchanges the two moments.
    void exchange() {
        Look look = focus.look();
        look.baseline().ifPresent(from -> {
            focus.compareFrom(OptionalInt.of(look.index()));
            focus.step(from);
        });
    }

    void pinHere() {
        focus.pinBaseline(focus.look().index());
    }

    void letGo() {
        focus.compareFrom(OptionalInt.empty());
    }

    /// Moves the focus to the version that a snapshot stands for.
    void goTo(StoredSnapshot snapshot) {
        focus.goTo(snapshot.stream(), new Destination.AtMoment(new Moment.AtVersion(snapshot.version())));
    }

    ReadOnlyObjectProperty<Optional<Comparison>> comparisonProperty() {
        return comparison.getReadOnlyProperty();
    }

    /// The stream's snapshots with their verdicts; empty while they are being tested.
    public ReadOnlyObjectProperty<List<VerifiedSnapshot>> snapshotsProperty() {
        return snapshots.getReadOnlyProperty();
    }

    Focus focus() {
        return focus;
    }
}
