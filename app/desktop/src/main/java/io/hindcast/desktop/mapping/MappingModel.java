package io.hindcast.desktop.mapping;

import io.hindcast.connector.Location;
import io.hindcast.connector.MappingGuess;
import io.hindcast.connector.OpenRequest;
import io.hindcast.desktop.focus.Masks;
import io.hindcast.desktop.focus.Notice;
import io.hindcast.desktop.work.Asking;
import io.hindcast.desktop.work.Work;
import io.hindcast.engine.session.MappingTrial;
import io.hindcast.engine.session.StoreOpener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The guesses for a store that nobody recognised, the mapping that a person makes of one of them, and what it would
/// read: tried anew with every change, the newest wins.
public final class MappingModel {
    /// The setting that names a mapping file.
    private static final String MAPPING = "mapping";

    private final StoreOpener opener;
    private final Masking masking;
    private Masks masks = Masks.NONE;
    private final OpenRequest request;
    private final Consumer<OpenRequest> open;
    private final ReadOnlyObjectWrapper<List<MappingGuess>> guesses = new ReadOnlyObjectWrapper<>(List.of());
    private final ObjectProperty<Optional<MappingGuess>> chosen = new SimpleObjectProperty<>(Optional.empty());
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Optional<MappingTrial>> trial = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Notice>> trouble = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper looking = new ReadOnlyBooleanWrapper(true);
    private final Asking<OpenRequest, Found> guessing;
    private final Asking<String, MappingTrial> trying;
    private final Asking<String, Boolean> keeping;

    /// What is there to begin with.
    ///
    /// @param kept the mapping that the person made before
    private record Found(List<MappingGuess> guesses, Optional<String> kept, Masks masks) {}

    /// Finds what is to be masked of a store that is not open yet; may block.
    @FunctionalInterface
    public interface Masking {
        Masks masksFor(Location location);
    }

    /// @param request the store, often one that was refused
    /// @param open opens the store, once its mapping is kept
    public MappingModel(
            Work work, StoreOpener opener, Masking masking, OpenRequest request, Consumer<OpenRequest> open) {
        this.masking = masking;
        this.opener = opener;
        this.request = request;
        this.open = open;
        guessing = work.asking(this::look, this::found, this::failed);
        trying = work.asking(this::attempt, answer -> trial.set(Optional.of(answer)), this::failed);
        keeping = work.asking(this::keep, _ -> open.accept(withoutMapping(request)), this::failed);
        chosen.subscribe(guess -> guess.ifPresent(it -> text.set(it.text())));
        text.subscribe((_, now) -> attemptLater(now));
        guessing.ask(request);
    }

    private Found look(OpenRequest at) {
        try {
            Optional<String> named = at.setting(MAPPING);
            Optional<String> kept = named.isPresent()
                    ? Optional.of(Files.readString(Path.of(named.get())))
                    : opener.savedMapping(at.location());
            return new Found(opener.guessMappings(at), kept, masking.masksFor(at.location()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void found(Found found) {
        looking.set(false);
        masks = found.masks();
        guesses.set(found.guesses());
        chosen.set(found.guesses().stream().findFirst());
        found.kept().ifPresent(text::set);
    }

    private void failed(Throwable failure) {
        looking.set(false);
        trouble.set(Optional.of(Notice.of(failure)));
    }

    private void attemptLater(String mapping) {
        trouble.set(Optional.empty());
        if (!mapping.isBlank()) {
            trying.ask(mapping);
        }
    }

    private MappingTrial attempt(String mapping) {
        try {
            return opener.tryMapping(request, mapping);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean keep(String mapping) {
        try {
            opener.saveMapping(request.location(), mapping);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// From now on the kept mapping counts, not a file that was named before.
    private static OpenRequest withoutMapping(OpenRequest request) {
        var settings = new HashMap<>(request.settings());
        settings.remove(MAPPING);
        return new OpenRequest(request.location(), settings, request.password());
    }

    /// What a role is taken from by the mapping as it is now; "" for nothing.
    String value(String role) {
        return MappingText.of(text.get()).value(role).orElse("");
    }

    /// Takes a role from something else, or from nothing when blank.
    void take(String role, String value) {
        if (!value(role).equals(value.strip())) {
            text.set(MappingText.of(text.get()).with(role, value).text());
        }
    }

    /// Keeps the mapping for this store and opens it.
    void keepAndOpen() {
        keeping.ask(text.get());
    }

    Masks masks() {
        return masks;
    }

    OpenRequest request() {
        return request;
    }

    ReadOnlyObjectProperty<List<MappingGuess>> guessesProperty() {
        return guesses.getReadOnlyProperty();
    }

    ObjectProperty<Optional<MappingGuess>> chosenProperty() {
        return chosen;
    }

    StringProperty textProperty() {
        return text;
    }

    ReadOnlyObjectProperty<Optional<MappingTrial>> trialProperty() {
        return trial.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Notice>> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /// While nothing is known of the tables yet.
    ReadOnlyBooleanProperty lookingProperty() {
        return looking.getReadOnlyProperty();
    }
}
