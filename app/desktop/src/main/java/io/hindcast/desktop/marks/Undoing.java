package io.hindcast.desktop.marks;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/// What can be taken back, and what of that can be done again. Used from the screen's thread only.
final class Undoing {
    private static final int MOST = 200;

    private final Deque<Step> undo = new ArrayDeque<>();
    private final Deque<Step> redo = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();

    /// Something new was done: what had been taken back cannot be done again.
    void did(Step.Done done) {
        undo.push(done.back());
        if (undo.size() > MOST) {
            undo.removeLast();
        }
        redo.clear();
        tell();
    }

    /// What would be taken back next; it stays until [#moved] or [#dropped].
    Optional<Step> next(boolean back) {
        return Optional.ofNullable((back ? undo : redo).peek());
    }

    /// The step was taken.
    void moved(boolean back, Step taken, Step.Done done) {
        (back ? undo : redo).remove(taken);
        (back ? redo : undo).push(done.back());
        tell();
    }

    /// The step cannot be taken any more.
    void dropped(boolean back, Step lost) {
        (back ? undo : redo).remove(lost);
        tell();
    }

    void forget() {
        undo.clear();
        redo.clear();
        tell();
    }

    private void tell() {
        canUndo.set(!undo.isEmpty());
        canRedo.set(!redo.isEmpty());
    }

    ReadOnlyBooleanProperty canUndoProperty() {
        return canUndo.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty canRedoProperty() {
        return canRedo.getReadOnlyProperty();
    }
}
