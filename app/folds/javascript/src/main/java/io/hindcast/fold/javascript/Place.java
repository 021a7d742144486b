package io.hindcast.fold.javascript;

import io.hindcast.engine.fold.FoldFailure;
import io.hindcast.engine.fold.PathTable;
import io.hindcast.engine.fold.StateEditor;
import io.hindcast.engine.state.Absent;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.StateValue;
import org.jspecify.annotations.Nullable;

/// A place in a state that is being edited: one that the editor knows by number, or a path.
final class Place {
    private final StateEditor editor;
    private final PathTable.@Nullable Step step;
    private final @Nullable FieldPath path;

    private Place(StateEditor editor, PathTable.@Nullable Step step, @Nullable FieldPath path) {
        this.editor = editor;
        this.step = step;
        this.path = path;
    }

    static Place top(StateEditor editor, PathTable paths) {
        return new Place(editor, paths.root(), null);
    }

    Place child(String name) {
        PathTable.Step below = step == null ? null : step.child(name).orElse(null);
        return below != null ? new Place(editor, below, null) : new Place(editor, null, path().child(name));
    }

    /// Items have no numbers of their own: there may be any number of them.
    Place item(int index) {
        return new Place(editor, null, path().child(index));
    }

    private FieldPath path() {
        return path != null ? path : step != null ? step.path().path() : FieldPath.ROOT;
    }

    StateValue read() {
        return step != null ? editor.read(step.path()) : editor.read(path());
    }

    boolean isObject() {
        return editor.holdsFields(path());
    }

    void set(StateValue value) {
        if (value instanceof Absent) {
            editor.remove(path());
        } else if (step != null) {
            editor.set(step.path(), value);
        } else {
            editor.set(path(), value);
        }
    }

    /// What was just written here came out of binary arithmetic.
    void inexact() {
        editor.inexact(path());
    }

    void append(StateValue value) throws FoldFailure {
        editor.append(path(), value);
    }
}
