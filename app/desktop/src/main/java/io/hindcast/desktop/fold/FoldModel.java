package io.hindcast.desktop.fold;

import io.hindcast.connector.Location;
import io.hindcast.desktop.focus.Focus;
import io.hindcast.desktop.focus.FoldInUse;
import io.hindcast.desktop.focus.Look;
import io.hindcast.desktop.focus.Notice;
import io.hindcast.desktop.theme.Texts;
import io.hindcast.desktop.work.Asking;
import io.hindcast.engine.fold.FoldLanguage.Compiled;
import io.hindcast.engine.fold.FoldLanguage.Diagnostic;
import io.hindcast.engine.fold.propose.Proposal;
import io.hindcast.engine.replay.StreamHistory;
import io.hindcast.engine.session.FoldFinder;
import io.hindcast.engine.session.FoldText;
import io.hindcast.engine.session.InstalledFold;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.engine.work.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// Puts another fold in use. Reading, compiling and proposing run elsewhere.
public final class FoldModel {
    /// The file name that stands for rules nobody has saved.
    static final String PROPOSED = "proposed.folds.yaml";

    private final Focus focus;
    private final FoldFinder finder;
    private final Proposing proposing;
    private final Texts texts = Texts.of(FoldModel.class);
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper progress = new ReadOnlyStringWrapper("");
    private final Asking<Chosen, Answer> reading;
    private final ReadOnlyObjectWrapper<Optional<List<InstalledFold>>> installed =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Asking<FoldFinder, List<InstalledFold>> looking;
    private final ReadOnlyObjectWrapper<List<String>> unknown = new ReadOnlyObjectWrapper<>(List.of());
    private final Asking<StreamHistory, List<String>> counting;
    private Optional<StreamHistory> counted = Optional.empty();
    private Cancellation cancellation = Cancellation.never();

    /// How rules are inferred from a store; called away from the screen's thread.
    @FunctionalInterface
    public interface Proposing {
        Proposal propose(OpenStore store, Progress progress, Cancellation cancellation);
    }

    /// @param byHand whether the person chose the file; else something that came from elsewhere named it
    private record Chosen(Path file, boolean byHand) {}

    /// @param offered what a file holds that has several folds, none of which was named
    private record Answer(
            String file, Compiled compiled, Optional<FoldText> text, boolean isCode, List<InstalledFold> offered) {}

    public FoldModel(Focus focus, FoldFinder finder, Proposing proposing) {
        this.focus = focus;
        this.finder = finder;
        this.proposing = proposing;
        this.reading = focus.work().asking(
                this::read, this::use, failure -> focus.tell(Notice.of(failure)));
        this.looking = focus.work().asking(
                FoldFinder::installed, found -> installed.set(Optional.of(found)), failure -> focus.tell(Notice.of(failure)));
        this.counting = focus.work().asking(FoldModel::unknownTypes, unknown::set, failure -> focus.tell(Notice.of(failure)));
        focus.storeProperty().subscribe((_, _) -> cancel());
        focus.lookProperty().subscribe(this::count);
    }

    private void count(Look look) {
        if (!look.history().equals(counted)) {
            counted = look.history();
            unknown.set(List.of());
            counted.ifPresentOrElse(counting::ask, counting::drop);
        }
    }

    private static List<String> unknownTypes(StreamHistory history) throws InterruptedException {
        var types = new LinkedHashSet<String>();
        for (int i = 0; i < history.size(); i++) {
            types.add(history.event(i).type());
            if ((i & 1023) == 0 && Thread.interrupted()) {
                throw new InterruptedException("overtaken");
            }
        }
        types.removeIf(type -> history.fold().knows(history.category(), type));
        return List.copyOf(types);
    }

    /// Types of events in the focused stream that the fold in use does not know.
    public ReadOnlyObjectProperty<List<String>> unknownProperty() {
        return unknown.getReadOnlyProperty();
    }

    /// Folds everything with the rules of a file; rules with mistakes are refused with their places.
    public void choose(Path file) {
        if (focus.storeProperty().get().isPresent()) {
            reading.ask(new Chosen(file, true));
        }
    }

    /// Folds everything with a fold that a link or the last session names: a file beside the store or in the folders for folds.
    /// Code is not loaded for it, that is told.
    ///
    /// @param name of the file, without a folder
    public void chooseNamed(String name) {
        focus.storeProperty().get().ifPresent(store -> reading.ask(new Chosen(beside(store, name), false)));
    }

    private static Path beside(OpenStore store, String name) {
        return Optional.of(store.location())
                .filter(it -> !it.isBlank())
                .flatMap(it -> new Location(it).path())
                .map(it -> it.toAbsolutePath().resolveSibling(name))
                .filter(Files::exists)
                .orElse(Path.of(name));
    }

    private Answer read(Chosen chosen) {
        Path file = chosen.file();
        boolean isCode = finder.isCode(file);
        if (isCode && !chosen.byHand()) {
            var refused = new Compiled.Rejected(List.of(new Diagnostic(0, 0, texts.text("fold.named.code"), "")));
            return new Answer(String.valueOf(file.getFileName()), refused, Optional.empty(), true, List.of());
        }
        Compiled compiled = finder.read(file);
        List<InstalledFold> offered = isCode && compiled instanceof Compiled.Rejected ? finder.foldsOf(file) : List.of();
        return new Answer(
                String.valueOf(file.getFileName()),
                compiled,
                isCode ? Optional.empty() : FoldFinder.textOf(file),
                isCode,
                offered.size() > 1 ? offered : List.of());
    }

    /// Looks into the folders for folds, which loads the jars that lie there.
    void lookForInstalled() {
        looking.ask(finder);
    }

    /// The folds that can be chosen by name, broken ones too: those of the folders, or those of the jar that was chosen
    /// last; absent until somebody looked.
    ReadOnlyObjectProperty<Optional<List<InstalledFold>>> installedProperty() {
        return installed.getReadOnlyProperty();
    }

    private void use(Answer answer) {
        if (!answer.offered().isEmpty()) {
            installed.set(Optional.of(answer.offered()));
            focus.tell(Notice.information(texts.text("fold.several", answer.file(), answer.offered().size())));
            return;
        }
        switch (answer.compiled()) {
            case Compiled.Ready ready -> {
                focus.useFold(new FoldInUse(ready.fold(), answer.file(), true, answer.text()));
                focus.tell(told(answer, ready.warnings()));
            }
            case Compiled.Rejected rejected ->
                focus.tell(Notice.warning(texts.text("fold.rejected", answer.file(), shown(rejected.errors()))));
        }
    }

    private Notice told(Answer answer, List<Diagnostic> warnings) {
        if (answer.isCode()) {
            return Notice.warning(texts.text("fold.used.code", answer.file()));
        }
        return warnings.isEmpty()
                ? Notice.information(texts.text("fold.used", answer.file()))
                : Notice.warning(texts.text("fold.used.warnings", answer.file(), shown(warnings)));
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
        focus.useFold(new FoldInUse(
                proposal.fold(), origin, true, Optional.of(new FoldText(PROPOSED, proposal.rules())), true));
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

    FoldFinder finder() {
        return finder;
    }

    public Focus focus() {
        return focus;
    }
}
