package io.hindcast.desktop.mask;

import io.hindcast.audit.mask.RevealEntry;
import io.hindcast.audit.mask.RevealEntry.What;
import io.hindcast.connector.Location;
import io.hindcast.desktop.focus.FailureWords;
import io.hindcast.desktop.focus.Focus;
import io.hindcast.desktop.focus.MaskDesk;
import io.hindcast.desktop.focus.Masks;
import io.hindcast.desktop.focus.Notice;
import io.hindcast.desktop.focus.Reveal;
import io.hindcast.desktop.work.Asking;
import io.hindcast.engine.mask.MaskFinder;
import io.hindcast.engine.replay.StreamHistory;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.whatif.EventPick;
import io.hindcast.event.Event;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// Adds rules, and lifts masks: first it is put down in the journal of the store who does so and why, and only when
/// that is on the disk anything is shown. Rules that are in use are never replaced: that might lift some without a reason.
public final class MaskModel {
    private static final String DOOR = "window";

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

    private record Chosen(Path file, Masks before) {}

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

    /// Masks by the rules of a file too from now on; what was revealed is hidden.
    public void add(Path file) {
        trouble.set("");
        focus.storeProperty().get().ifPresent(_ -> choosing.ask(new Chosen(file, focus.masks())));
    }

    private MaskFinder.Found read(Chosen chosen) {
        try {
            return desk.add(chosen.before().rules(), chosen.file());
        } catch (MaskFinder.Unusable broken) {
            throw new Refused(new FailureWords().of(String.valueOf(broken.getMessage())));
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
        var journal = desk.journals().of(new Location(wish.store().location()));
        new RevealEntry(what(wish.reveal()), DOOR, wish.reason()).into(journal, wish.masks().rules());
        return wish;
    }

    private static What what(Reveal reveal) {
        return switch (reveal) {
            case Reveal.OfEvent(EventPick pick) -> new What.OneEvent(pick);
            case Reveal.OfStream(String stream) -> new What.OneStream(stream);
            case Reveal.OfStore() -> new What.WholeStore();
        };
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

    private void failed(Throwable failure) {
        trouble.set(failure instanceof Refused ? String.valueOf(failure.getMessage()) : Notice.of(failure).sentence());
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
