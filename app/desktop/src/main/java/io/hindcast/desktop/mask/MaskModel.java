package io.hindcast.desktop.mask;

import io.hindcast.audit.journal.Journal;
import io.hindcast.audit.journal.JournalFailure;
import io.hindcast.connector.Location;
import io.hindcast.desktop.focus.Focus;
import io.hindcast.desktop.focus.MaskDesk;
import io.hindcast.desktop.focus.Masks;
import io.hindcast.desktop.focus.Notice;
import io.hindcast.desktop.focus.Reveal;
import io.hindcast.desktop.work.Asking;
import io.hindcast.engine.mask.MaskFinder;
import io.hindcast.engine.replay.StreamHistory;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Text;
import io.hindcast.engine.whatif.EventPick;
import io.hindcast.event.Event;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// Chooses rules, and lifts masks: first it is put down in the journal of the store who does so and why, and only when
/// that is on the disk anything is shown.
public final class MaskModel {
    static final String KIND_REVEAL = "reveal";
    static final String KIND_RULES = "masks";

    private final Focus focus;
    private final MaskDesk desk;
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private final Asking<Chosen, MaskFinder.Found> choosing;
    private final Asking<Wish, Wish> revealing;

    /// For what a person may lift masks.
    enum Scope {
        EVENT,
        STREAM,
        STORE
    }

    private record Chosen(OpenStore store, Path file, Masks before) {}

    private record Wish(OpenStore store, Reveal reveal, String reason, Masks masks) {}

    public MaskModel(Focus focus, MaskDesk desk) {
        this.focus = focus;
        this.desk = desk;
        this.choosing = focus.work().asking(this::read, focus::useMasks, this::failed);
        this.revealing = focus.work().asking(this::putDown, this::reveal, this::failed);
        focus.storeProperty().subscribe((_, _) -> {
            choosing.drop();
            revealing.drop();
            trouble.set("");
        });
    }

    /// Masks by the rules of a file from now on. Where rules were in use, that they are others now is put down.
    void choose(Path file) {
        trouble.set("");
        focus.storeProperty().get().ifPresent(store -> choosing.ask(new Chosen(store, file, focus.masks())));
    }

    private MaskFinder.Found read(Chosen chosen) {
        try {
            var masking = desk.finder().read(chosen.file(), Optional.empty());
            var found = new MaskFinder.Found(masking, String.valueOf(chosen.file().getFileName()));
            if (!chosen.before().isNone()) {
                journal(chosen.store())
                        .append(
                                KIND_RULES,
                                Fields.of("where", new Text("window"))
                                        .with("before", new Text(chosen.before().rules().origin()))
                                        .with("masks", new Text(found.origin()))
                                        .with("masksSha256", new Text(masking.rules().digest())));
            }
            return found;
        } catch (MaskFinder.Unusable broken) {
            throw new Refused(String.valueOf(broken.getMessage()));
        }
    }

    /// Lifts masks, once that is put down.
    ///
    /// @param reason in the words of the person, not blank
    void reveal(Scope scope, String reason) {
        trouble.set("");
        Optional<OpenStore> store = focus.storeProperty().get();
        Optional<Reveal> wanted = revealOf(scope);
        if (store.isPresent() && wanted.isPresent() && !reason.isBlank()) {
            revealing.ask(new Wish(store.get(), wanted.get(), reason.strip(), focus.masks()));
        }
    }

    /// What a scope means where the focus is; absent where nothing is looked at.
    Optional<Reveal> revealOf(Scope scope) {
        return switch (scope) {
            case EVENT -> event().map(it -> new Reveal.OfEvent(EventPick.of(it)));
            case STREAM -> focus.look().history().map(it -> new Reveal.OfStream(it.stream()));
            case STORE -> focus.storeProperty().get().map(_ -> new Reveal.OfStore());
        };
    }

    private Optional<Event> event() {
        return focus.look().isOnEvent()
                ? focus.look().history().map((StreamHistory it) -> it.event(focus.look().index()))
                : Optional.empty();
    }

    private Wish putDown(Wish wish) {
        MaskFinder.Found rules = wish.masks().rules();
        Fields what = switch (wish.reveal()) {
            case Reveal.OfEvent(EventPick pick) ->
                Fields.of("what", new Text("event")).with("stream", new Text(pick.stream())).with("event", new Text(pick.shown()));
            case Reveal.OfStream(String stream) ->
                Fields.of("what", new Text("stream")).with("stream", new Text(stream));
            case Reveal.OfStore() -> Fields.of("what", new Text("store"));
        };
        journal(wish.store())
                .append(
                        KIND_REVEAL,
                        what.with("where", new Text("window"))
                                .with("reason", new Text(wish.reason()))
                                .with("masks", new Text(rules.origin()))
                                .with("masksSha256", new Text(rules.masking().rules().digest())));
        return wish;
    }

    /// What was put down for other rules, or another store, lifts nothing.
    @SuppressWarnings("ReferenceEquality") // the very same store
    private void reveal(Wish wish) {
        boolean same = focus.storeProperty().get().filter(it -> it == wish.store()).isPresent()
                && focus.masks().rules().equals(wish.masks().rules());
        if (same) {
            focus.reveal(wish.reveal());
        }
    }

    private Journal journal(OpenStore store) {
        return desk.journals().of(new Location(store.location()));
    }

    private void failed(Throwable failure) {
        trouble.set(
                failure instanceof JournalFailure || failure instanceof Refused
                        ? String.valueOf(failure.getMessage())
                        : Notice.of(failure).sentence());
    }

    /// Rules that cannot be used, in a sentence.
    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused(String sentence) {
            super(sentence);
        }
    }

    /// Everything that was revealed is masked again.
    public void hideAgain() {
        focus.hideAgain();
    }

    /// Why the last wish was refused; "" when it was not.
    ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    Focus focus() {
        return focus;
    }
}
