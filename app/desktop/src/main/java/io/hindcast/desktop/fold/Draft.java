package io.hindcast.desktop.fold;

import io.hindcast.audit.verify.Outcome;
import io.hindcast.desktop.focus.Destination;
import io.hindcast.desktop.focus.Focus;
import io.hindcast.desktop.focus.FoldInUse;
import io.hindcast.desktop.focus.Look;
import io.hindcast.desktop.focus.Notice;
import io.hindcast.desktop.focus.Subject;
import io.hindcast.desktop.theme.Texts;
import io.hindcast.desktop.work.Asking;
import io.hindcast.engine.compare.Divergence;
import io.hindcast.engine.compare.FoldComparison;
import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.fold.FoldLanguage.Compiled;
import io.hindcast.engine.fold.FoldLanguage;
import io.hindcast.engine.fold.propose.Proposal;
import io.hindcast.engine.replay.StreamHistory;
import io.hindcast.engine.session.FoldFinder;
import io.hindcast.engine.session.FoldText;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.session.WholeFile;
import io.hindcast.engine.state.Difference;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.engine.work.Progress;
import io.hindcast.event.StoredSnapshot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// Rules that are being written, and what they would do. Every change of the text is compiled and tried on the focused
/// stream, away from the screen's thread; the newest text wins. Nothing is used or saved until the person says so.
public final class Draft {
    private final FoldModel folds;
    private final Focus focus;
    private final Testing testing;
    private final Texts texts = Texts.of(Draft.class);
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<FoldText> saved =
            new ReadOnlyObjectWrapper<>(new FoldText(FoldModel.PROPOSED, ""));
    private final ReadOnlyObjectWrapper<Optional<Path>> file = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper unsaved = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<Trial>> trial = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Parting>> parting = new ReadOnlyObjectWrapper<>(Optional.empty());
    /// Whether the text may hold true values of the store, as proposed rules do.
    private boolean inferred;
    private final Asking<Question, Trial> trying;
    private final Asking<Trial.Outcome, Parting> comparing;
    private final Asking<OpenStore, Proposal> proposing;

    /// How one snapshot is tested against a history; called away from the screen's thread.
    @FunctionalInterface
    public interface Testing {
        Outcome test(OpenStore store, StreamHistory history, StoredSnapshot snapshot);
    }

    /// Where the fold in use and the edited one part in the focused stream; nothing where they agree to the end.
    record Parting(StreamHistory inUse, Optional<Divergence> first) {}

    private record Question(
            FoldText text, Optional<OpenStore> store, Look look, Optional<Trial> before, Duration pause) {}

    /// @param pause how long the text must rest before it is tried
    public Draft(FoldModel folds, FoldModel.Proposing proposer, Testing testing, Duration pause) {
        this.folds = folds;
        this.focus = folds.focus();
        this.testing = testing;
        this.trying = focus.work().asking(this::attempt, this::arrive, failure -> focus.tell(Notice.of(failure)));
        this.comparing = focus.work().asking(
                Draft::compare, it -> parting.set(Optional.of(it)), failure -> focus.tell(Notice.of(failure)));
        this.proposing = focus.work().asking(
                store -> proposer.propose(store, Progress.SILENT, new Cancellation()),
                this::proposed,
                failure -> focus.tell(Notice.of(failure)));
        text.subscribe((_, now) -> {
            unsaved.set(!now.equals(saved.get().text()));
            ask(pause);
        });
        focus.lookProperty().subscribe((_, _) -> ask(Duration.ZERO));
        focus.masksProperty().subscribe((_, _) -> cover());
        focus.storeProperty().subscribe((_, _) -> begin(new FoldText(FoldModel.PROPOSED, ""), Optional.empty()));
    }

    /// Puts a text in place of the one that is being written.
    void begin(FoldText start, Optional<Path> from) {
        inferred = false;
        saved.set(start);
        file.set(from);
        text.set(start.text());
        unsaved.set(false);
        ask(Duration.ZERO);
    }

    /// Starts from the rules in use.
    ///
    /// @return whether their text is known
    boolean fromInUse() {
        Optional<FoldText> known = focus.recordedFold().flatMap(it -> it.text(focus.masks()));
        known.ifPresent(it -> {
            begin(it, Optional.empty());
            inferred = focus.recordedFold().orElseThrow().isInferred();
        });
        return known.isPresent();
    }

    /// Starts from rules that are inferred from the snapshots.
    void fromProposal() {
        focus.storeProperty().get().ifPresent(proposing::ask);
    }

    private void proposed(Proposal proposal) {
        if (proposal.snapshots() == 0) {
            focus.tell(Notice.information(texts.text("fold.proposed.nothing")));
        } else {
            begin(new FoldText(FoldModel.PROPOSED, focus.masks().rules(proposal)), Optional.empty());
            inferred = !focus.masks().hidesAnything();
        }
    }

    /// Masks that came afterwards hold for what stands here, too.
    private void cover() {
        if (inferred && focus.masks().hidesAnything()) {
            begin(new FoldText(FoldModel.PROPOSED, ""), Optional.empty());
            focus.tell(Notice.information(texts.text("draft.covered")));
        }
    }

    /// Starts from an empty form in a language, with the event types of the focused stream filled in.
    void fromTemplate(FoldLanguage language) {
        begin(Template.of(language, focus.look()), Optional.empty());
    }

    /// Starts from a file.
    void open(Path from) {
        FoldFinder.textOf(from)
                .ifPresentOrElse(
                        it -> begin(it, Optional.of(from)),
                        () -> focus.tell(Notice.warning(texts.text("draft.unreadable", from.getFileName()))));
    }

    /// Writes the text to a file; from then on it is that file's text.
    void save(Path to) {
        Optional<Notice> refusal = focus.refusal(to);
        if (refusal.isPresent()) {
            focus.tell(refusal.get());
            return;
        }
        try {
            WholeFile.write(to, text.get().getBytes(StandardCharsets.UTF_8));
            saved.set(new FoldText(String.valueOf(to.getFileName()), text.get()));
            file.set(Optional.of(to));
            unsaved.set(false);
            ask(Duration.ZERO);
            focus.tell(Notice.information(texts.text("draft.saved", to.getFileName())));
        } catch (IOException failure) {
            focus.tell(Notice.warning(texts.text("draft.unwritable", to.getFileName())));
        }
    }

    /// Back to the text as it was opened or saved.
    void revert() {
        text.set(saved.get().text());
    }

    /// Folds everything in the window with this text, if it compiles.
    void apply() {
        trial.get().filter(it -> it.text().equals(text.get())).ifPresent(it -> {
            if (it.compiled() instanceof Compiled.Ready ready) {
                String origin = unsaved.get() ? texts.text("draft.origin", fileName()) : fileName();
                focus.useFold(new FoldInUse(
                        ready.fold(), origin, true, Optional.of(new FoldText(fileName(), text.get())), inferred));
            }
        });
    }

    /// Goes to the event after which the folds part.
    void goTo(Divergence divergence) {
        focus.goTo(divergence.stream(), new Destination.AtIndex(divergence.index()));
    }

    private void ask(Duration pause) {
        if (text.get().isBlank()) {
            trying.drop();
            comparing.drop();
            trial.set(Optional.empty());
            parting.set(Optional.empty());
            return;
        }
        trying.ask(new Question(
                new FoldText(fileName(), text.get()), focus.storeProperty().get(), focus.look(), trial.get(), pause));
    }

    private Trial attempt(Question question) throws InterruptedException {
        FoldText tried = question.text();
        Optional<Trial> known = question.before()
                .filter(it -> it.text().equals(tried.text()) && it.fileName().equals(tried.fileName()));
        if (known.isEmpty()) {
            Thread.sleep(question.pause());
        }
        Compiled compiled = known.map(Trial::compiled)
                .orElseGet(() -> folds.finder().compile(tried.fileName(), tried.text()));
        Optional<Trial.Outcome> outcome = Optional.empty();
        if (compiled instanceof Compiled.Ready(Fold fold, var _) && question.store().isPresent()) {
            outcome = question.look()
                    .subject()
                    .map(it -> outcome(question, it, fold, known.flatMap(Trial::outcome)));
        }
        if (Thread.interrupted()) {
            throw new InterruptedException("overtaken");
        }
        return new Trial(tried.fileName(), tried.text(), compiled, outcome);
    }

    @SuppressWarnings("ReferenceEquality") // the very same history, or it is folded again
    private Trial.Outcome outcome(Question question, Subject subject, Fold fold, Optional<Trial.Outcome> before) {
        StreamHistory inUse = subject.history();
        Optional<Trial.Outcome> known = before.filter(it -> it.inUse() == inUse);
        StreamHistory edited =
                known.map(Trial.Outcome::edited).orElseGet(() -> inUse.foldedWith(fold, new Cancellation()));
        int index = Math.min(question.look().index(), edited.size() - 1);
        return new Trial.Outcome(
                inUse,
                edited,
                index,
                Difference.between(inUse.stateAfter(index), edited.stateAfter(index)),
                known.map(Trial.Outcome::snapshots)
                        .orElseGet(() -> explained(question.store().orElseThrow(), edited, subject.snapshots())));
    }

    private Trial.Explained explained(OpenStore store, StreamHistory edited, List<StoredSnapshot> snapshots) {
        int agreeing = 0;
        var drifting = new ArrayList<Long>();
        for (StoredSnapshot snapshot : snapshots) {
            switch (testing.test(store, edited, snapshot)) {
                case Outcome.Matches() -> agreeing++;
                case Outcome.Drifts _ -> drifting.add(snapshot.version());
                case Outcome.Unverifiable _ -> {}
            }
        }
        return new Trial.Explained(agreeing, agreeing + drifting.size(), List.copyOf(drifting));
    }

    private void arrive(Trial arrived) {
        trial.set(Optional.of(arrived));
        if (arrived.outcome().isEmpty()) {
            comparing.drop();
            parting.set(Optional.empty());
        } else {
            comparing.ask(arrived.outcome().get());
        }
    }

    private static Parting compare(Trial.Outcome outcome) {
        return new Parting(
                outcome.inUse(),
                new FoldComparison(false).first(outcome.inUse(), outcome.edited(), new Cancellation()));
    }

    public StringProperty textProperty() {
        return text;
    }

    /// The name that tells the language; that of the file, if there is one.
    String fileName() {
        return saved.get().fileName();
    }

    /// What the text was opened or saved as.
    ReadOnlyObjectProperty<FoldText> savedProperty() {
        return saved.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Path>> fileProperty() {
        return file.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty unsavedProperty() {
        return unsaved.getReadOnlyProperty();
    }

    /// What the text would do; absent while there is no text, and until it was tried for the first time.
    ReadOnlyObjectProperty<Optional<Trial>> trialProperty() {
        return trial.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Parting>> partingProperty() {
        return parting.getReadOnlyProperty();
    }

    List<FoldLanguage> languages() {
        return folds.finder().languages();
    }

    Focus focus() {
        return focus;
    }
}
