package io.hindcast.fold.javascript;

import io.hindcast.engine.fold.FoldFailure;
import io.hindcast.engine.fold.StateEditor;
import io.hindcast.engine.state.Absent;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Items;
import io.hindcast.engine.state.StateValue;
import java.util.HashSet;
import org.jspecify.annotations.Nullable;
import org.mozilla.javascript.Callable;
import org.mozilla.javascript.NativeArray;
import org.mozilla.javascript.Scriptable;
import org.mozilla.javascript.Symbol;
import org.mozilla.javascript.Undefined;

/// Writes what a script made of a state into the editor: of objects that were written to, the fields that were written;
/// of an object that was built anew around old parts, the parts that differ.
final class StateWriter {
    private final Values values;
    private final StateEditor editor;

    StateWriter(Values values, StateEditor editor) {
        this.values = values;
        this.editor = editor;
    }

    /// @param before what is in the editor at this path
    void write(FieldPath path, StateValue before, @Nullable Object after) throws FoldFailure {
        switch (after) {
            case LazyObject object when object.base() == before -> touched(path, before, object);
            case StateList list when list.items() == before -> items(path, list.items(), list);
            case DecimalObject decimal -> set(path, before, values.toState(decimal));
            case Scriptable object when before instanceof Fields fields && isPlain(object) -> fields(path, fields, object);
            case null, default -> set(path, before, values.toState(after));
        }
    }

    /// Lays the fields of an object over what is there, and removes nothing.
    void merge(FieldPath path, StateValue before, @Nullable Object after) throws FoldFailure {
        if (before instanceof Fields fields && after instanceof Scriptable object && isPlain(object)) {
            for (Object id : object.getIds()) {
                String name = String.valueOf(id);
                write(path.child(name), fields.field(name), Values.property(object, id));
            }
        } else {
            write(path, before, after);
        }
    }

    private void touched(FieldPath path, StateValue before, LazyObject object) throws FoldFailure {
        if (object.isUntouched()) {
            return;
        }
        for (var one : object.touched().entrySet()) {
            StateValue field = before instanceof Fields fields ? fields.field(one.getKey()) : Absent.ABSENT;
            write(path.child(one.getKey()), field, one.getValue());
        }
    }

    private static boolean isPlain(Scriptable object) {
        return !(object instanceof Callable)
                && !(object instanceof Symbol)
                && !Undefined.isUndefined(object)
                && (object instanceof LazyObject || object.getClassName().equals("Object"));
    }

    private void fields(FieldPath path, Fields before, Scriptable object) throws FoldFailure {
        var kept = new HashSet<String>();
        for (Object id : object.getIds()) {
            String name = String.valueOf(id);
            Object value = Values.property(object, id);
            kept.add(name);
            write(path.child(name), before.field(name), value);
        }
        if (kept.size() < before.size() || !kept.containsAll(before.names())) {
            for (String name : before.names()) {
                if (!kept.contains(name)) {
                    editor.remove(path.child(name));
                }
            }
        }
    }

    private void items(FieldPath path, Items before, StateList list) throws FoldFailure {
        Caps.itemsOf(list.getLength());
        int size = (int) list.getLength();
        if (size < before.size() || differing(before, list) > before.size() / 2) {
            if (!list.isAsItWas()) {
                set(path, before, values.toState(list));
            }
            return;
        }
        for (int i = 0; i < before.size(); i++) {
            if (!list.isAsItWas(i)) {
                write(path.child(i), before.values().get(i), list.get(i, list));
            }
        }
        for (int i = before.size(); i < size; i++) {
            editor.append(path, values.item((NativeArray) list, i));
        }
    }

    private static int differing(Items before, StateList list) {
        int differing = 0;
        for (int i = 0; i < before.size(); i++) {
            differing += list.isAsItWas(i) || list.get(i, list) instanceof Scriptable ? 0 : 1;
        }
        return differing;
    }

    private void set(FieldPath path, StateValue before, StateValue after) {
        boolean same = before == after
                || !(after instanceof Fields) && !(after instanceof Items) && before.equals(after);
        if (same) {
            return;
        }
        if (after instanceof Absent) {
            editor.remove(path);
        } else {
            editor.set(path, after);
        }
    }
}
