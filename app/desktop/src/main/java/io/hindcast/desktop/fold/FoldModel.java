package io.hindcast.desktop.fold;

import io.hindcast.desktop.focus.Focus;
import io.hindcast.desktop.focus.FoldInUse;
import io.hindcast.desktop.focus.Notice;
import io.hindcast.desktop.theme.Texts;
import io.hindcast.desktop.work.Asking;
import io.hindcast.engine.fold.FoldLanguage.Compiled;
import io.hindcast.engine.fold.FoldLanguage.Diagnostic;
import io.hindcast.engine.fold.propose.Proposal;
import io.hindcast.engine.session.FoldFinder;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.engine.work.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// Puts another fold in use. Reading, compiling and proposing run elsewhere.
public final class FoldModel {
    private final Focus focus;
    private final Proposing proposing;
    private final Texts texts = Texts.of(FoldModel.class);
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper progress = new ReadOnlyStringWrapper("");
    private final Asking<Path, Answer> reading;
    private Cancellation cancellation = Cancellation.never();

    /// How rules are inferred from a store; called away from the screen's thread.
    @FunctionalInterface
    public interface Proposing {
        Proposal propose(OpenStore store, Progress progress, Cancellation cancellation);
    }

    private record Answer(String file, Compiled compiled) {}

    public FoldModel(Focus focus, FoldFinder finder, Proposing proposing) {
        this.focus = focus;
        this.proposing = proposing;
        this.reading = focus.work().asking(
                file -> new Answer(String.valueOf(file.getFileName()), finder.read(file)),
                this::use,
                failure -> focus.tell(Notice.of(failure)));
        focus.storeProperty().subscribe((_, _) -> cancel());
    }

    /// Folds everything with the rules of a file; rules with mistakes are refused with their places.
    public void choose(Path file) {
        if (focus.storeProperty().get().isPresent()) {
            reading.ask(file);
        }
    }

    private void use(Answer answer) {
        switch (answer.compiled()) {
            case Compiled.Ready ready -> {
                focus.useFold(new FoldInUse(ready.fold(), answer.file(), true));
                focus.tell(
                        ready.warnings().isEmpty()
                                ? Notice.information(texts.text("fold.used", answer.file()))
                                : Notice.warning(texts.text(
                                        "fold.used.warnings", answer.file(), shown(ready.warnings()))));
            }
            case Compiled.Rejected rejected ->
                focus.tell(Notice.warning(texts.text("fold.rejected", answer.file(), shown(rejected.errors()))));
        }
    }

    private static String shown(List<Diagnostic> diagnostics) {
        return diagnostics.stream().map(FoldFinder::shown).collect(Collectors.joining("\n"));
    }

    /// Back to the store's own fold.
    public void useDefault() {
        focus.useDefaultFold();
    }

    /// Infers rules from a sample of the store, and uses them.
    public void propose() {
        if (running.get() || focus.storeProperty().get().isEmpty()) {
            return;
        }
        OpenStore store = focus.storeProperty().get().get();
        var mine = new Cancellation();
        cancellation = mine;
        running.set(true);
        progress.set(texts.text("fold.proposing"));
        focus.work().start(() -> {
            try {
                var shown = new AtomicBoolean(true);
                Proposal proposal = proposing.propose(store, (done, all) -> advanced(mine, shown, done, all), mine);
                focus.work().show(() -> arrive(mine, proposal));
            } catch (RuntimeException failure) {
                focus.work().show(() -> fail(mine, failure));
            }
        });
    }

    /// At most one advance waits for the screen.
    private void advanced(Cancellation mine, AtomicBoolean shown, long done, long all) {
        if (shown.compareAndSet(true, false)) {
            focus.work().show(() -> {
                shown.set(true);
                if (mine == cancellation && running.get()) {
                    progress.set(texts.text("fold.proposing.streams", done, all));
                }
            });
        }
    }

    private void arrive(Cancellation mine, Proposal proposal) {
        if (mine != cancellation || mine.isCancelled()) {
            return;
        }
        running.set(false);
        if (proposal.snapshots() == 0) {
            focus.tell(Notice.information(texts.text("fold.proposed.nothing")));
            return;
        }
        String origin = texts.text("fold.proposed", proposal.explained(), proposal.snapshots());
        focus.useFold(new FoldInUse(proposal.fold(), origin, true));
        focus.tell(Notice.information(texts.text("fold.proposed.used", origin)));
    }

    private void fail(Cancellation mine, RuntimeException failure) {
        if (mine == cancellation && !mine.isCancelled()) {
            running.set(false);
            focus.tell(Notice.of(failure));
        }
    }

    /// Stops proposing; the fold in use stays.
    public void cancel() {
        cancellation.cancel();
        running.set(false);
    }

    /// Whether rules are being proposed.
    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /// How far proposing is, in words.
    public ReadOnlyStringProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    public Focus focus() {
        return focus;
    }
}
