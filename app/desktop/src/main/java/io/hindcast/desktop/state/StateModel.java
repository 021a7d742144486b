package io.hindcast.desktop.state;

import io.hindcast.desktop.focus.Focus;
import io.hindcast.desktop.focus.Look;
import io.hindcast.desktop.focus.Masks;
import io.hindcast.desktop.focus.Notice;
import io.hindcast.desktop.focus.Shown;
import io.hindcast.desktop.work.Asking;
import io.hindcast.engine.find.Predicate;
import io.hindcast.engine.replay.StreamHistory;
import io.hindcast.engine.state.FieldPath;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What the state pane shows: the state after the focused event. Folding runs elsewhere; the last place always wins.
public final class StateModel {
    private final Focus focus;
    private final ReadOnlyObjectWrapper<Picture> picture = new ReadOnlyObjectWrapper<>(Picture.NOTHING);
    private final StringProperty search = new SimpleStringProperty("");
    private final Set<FieldPath> folded = new HashSet<>();
    private final Set<FieldPath> unfolded = new HashSet<>();
    private final ObservableList<FieldPath> watched = FXCollections.observableArrayList();
    private final Asking<Question, Picture> asking;

    private record Question(StreamHistory history, Masks masks, int index, Optional<LocalDate> effective, ZoneId zone) {
        Picture picture() {
            return effective
                    .map(day -> Picture.of(history, masks, index, day, zone))
                    .orElseGet(() -> Picture.of(history, masks, index));
        }
    }

    public StateModel(Focus focus) {
        this.focus = focus;
        this.asking = focus.work().asking(
                Question::picture,
                picture::set,
                failure -> focus.tell(Notice.of(failure)));
        focus.lookProperty().subscribe(this::follow);
        focus.masksProperty().subscribe((_, _) -> follow(focus.look()));
        focus.effectiveProperty().subscribe((_, _) -> follow(focus.look()));
        focus.zoneProperty().subscribe((_, _) -> {
            if (focus.effectiveProperty().get().isPresent()) {
                follow(focus.look());
            }
        });
        focus.storeProperty().subscribe((_, _) -> {
            folded.clear();
            unfolded.clear();
            watched.clear();
        });
    }

    private void follow(Look look) {
        look.history().ifPresentOrElse(history -> asking.ask(new Question(
                history, focus.masks(), look.index(), focus.effectiveProperty().get(), focus.zoneProperty().get())), () -> {
            asking.drop();
            picture.set(Picture.NOTHING);
        });
    }

    /// Whether a group is open: as the person left it, else when it is near the root or holds a change.
    boolean isOpen(StateNode node) {
        if (node.path().isRoot() || node.changesBelow()) {
            return true;
        }
        if (folded.contains(node.path())) {
            return false;
        }
        return unfolded.contains(node.path()) || node.path().steps().size() < 2;
    }

    void remember(FieldPath path, boolean open) {
        (open ? unfolded : folded).add(path);
        (open ? folded : unfolded).remove(path);
    }

    /// Fields that stay in sight, in the order in which they were chosen.
    ObservableList<FieldPath> watched() {
        return watched;
    }

    /// Watches a field, or no longer.
    void watchOrNot(FieldPath path) {
        if (!watched.remove(path) && !path.isRoot()) {
            watched.add(path);
        }
    }

    /// The condition that a field is as it is now; none where conditions cannot spell it, or it is masked.
    Optional<String> conditionOf(FieldPath path) {
        Shown here = picture.get().state().at(path);
        return path.isRoot() || here.holdsMasks() ? Optional.empty() : Predicate.holding(path, here.value());
    }

    ReadOnlyObjectProperty<Picture> pictureProperty() {
        return picture.getReadOnlyProperty();
    }

    StringProperty searchProperty() {
        return search;
    }

    Focus focus() {
        return focus;
    }
}
