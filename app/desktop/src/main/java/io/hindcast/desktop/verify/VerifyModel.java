package io.hindcast.desktop.verify;

import io.hindcast.audit.verify.Outcome;
import io.hindcast.audit.verify.StoreVerification;
import io.hindcast.audit.verify.VerifiedSnapshot;
import io.hindcast.audit.verify.Verification;
import io.hindcast.desktop.focus.Destination;
import io.hindcast.desktop.focus.Focus;
import io.hindcast.desktop.focus.FoldInUse;
import io.hindcast.desktop.focus.Notice;
import io.hindcast.desktop.question.LongJob;
import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.replay.Moment;
import io.hindcast.engine.session.OpenStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/// A run over all snapshots of the store, away from the screen's thread; verdicts come as they are found. A run that was
/// stopped can go on. Forgotten when the store or the fold changes.
public final class VerifyModel {
    private final Focus focus;
    private final LongJob job;
    private final ObservableList<VerifiedSnapshot> tested = FXCollections.observableArrayList();
    private final FilteredList<VerifiedSnapshot> shown = new FilteredList<>(tested);
    private final ObjectProperty<Narrowing> narrowing = new SimpleObjectProperty<>(Narrowing.ALL);
    private final ReadOnlyObjectWrapper<Optional<Answer>> answer = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// Which snapshots are listed.
    enum Narrowing {
        ALL,
        DRIFTS,
        UNVERIFIABLE
    }

    /// How a run ended.
    ///
    /// @param fold the fold of the run
    record Answer(Fold fold, StoreVerification.Extent extent) {}

    /// What a finished run brings to the screen.
    private record Done(Answer answer, List<VerifiedSnapshot> tested) {}

    public VerifyModel(Focus focus) {
        this.focus = focus;
        this.job = new LongJob(focus.work());
        focus.storeProperty().subscribe((_, _) -> forget());
        focus.foldProperty().subscribe((_, _) -> forget());
        narrowing.subscribe(chosen -> shown.setPredicate(one -> isWanted(chosen, one)));
    }

    private static boolean isWanted(Narrowing chosen, VerifiedSnapshot one) {
        return switch (chosen) {
            case ALL -> true;
            case DRIFTS -> one.outcome() instanceof Outcome.Drifts;
            case UNVERIFIABLE -> one.outcome() instanceof Outcome.Unverifiable;
        };
    }

    private void forget() {
        job.drop();
        tested.clear();
        answer.set(Optional.empty());
    }

    /// Begins anew.
    void run() {
        forget();
        start(0);
    }

    /// Goes on where the last run was stopped.
    void goOn() {
        answer.get()
                .filter(last -> !last.extent().isComplete())
                .ifPresent(last -> start(last.extent().events()));
    }

    private void start(long resumed) {
        Optional<OpenStore> opened = focus.storeProperty().get();
        if (opened.isEmpty()) {
            return;
        }
        OpenStore store = opened.get();
        Fold fold = focus.recordedFold().map(FoldInUse::fold).orElseGet(store::defaultFold);
        answer.set(Optional.empty());
        var arriving = new Arriving();
        var before = List.copyOf(tested);
        job.start(
                (progress, cancellation) -> {
                    var all = new ArrayList<>(before);
                    var extent = new StoreVerification(store, fold)
                            .run(
                                    resumed,
                                    one -> {
                                        all.add(one);
                                        arriving.add(one);
                                    },
                                    progress,
                                    cancellation);
                    return new Done(
                            new Answer(fold, extent),
                            Verification.explained(store, fold, List.of(), all, cancellation));
                },
                this::end,
                failure -> focus.tell(Notice.of(failure)));
    }

    private void end(Done done) {
        tested.setAll(done.tested());
        answer.set(Optional.of(done.answer()));
        focus.evidence().add(done.tested());
    }

    /// Verdicts on their way to the screen, many at a time.
    private final class Arriving {
        private final ConcurrentLinkedQueue<VerifiedSnapshot> waiting = new ConcurrentLinkedQueue<>();
        private final AtomicBoolean announced = new AtomicBoolean();

        void add(VerifiedSnapshot one) {
            waiting.add(one);
            if (announced.compareAndSet(false, true)) {
                focus.work().show(this::show);
            }
        }

        private void show() {
            announced.set(false);
            var batch = new ArrayList<VerifiedSnapshot>();
            for (var one = waiting.poll(); one != null; one = waiting.poll()) {
                batch.add(one);
            }
            if (job.runningProperty().get()) {
                tested.addAll(batch);
            }
        }
    }

    /// Moves the focus to the event that a snapshot stands for.
    void goTo(VerifiedSnapshot one) {
        goTo(one.snapshot().stream(), new Destination.AtMoment(new Moment.AtVersion(one.snapshot().version())));
    }

    void goTo(String stream, Destination destination) {
        focus.goTo(stream, destination);
    }

    long count(Narrowing kind) {
        return tested.stream().filter(one -> isWanted(kind, one)).count();
    }

    /// All that were tested so far.
    ObservableList<VerifiedSnapshot> tested() {
        return tested;
    }

    /// Those that are listed.
    ObservableList<VerifiedSnapshot> shown() {
        return shown;
    }

    ObjectProperty<Narrowing> narrowingProperty() {
        return narrowing;
    }

    ReadOnlyObjectProperty<Optional<Answer>> answerProperty() {
        return answer.getReadOnlyProperty();
    }

    LongJob job() {
        return job;
    }

    Focus focus() {
        return focus;
    }
}
