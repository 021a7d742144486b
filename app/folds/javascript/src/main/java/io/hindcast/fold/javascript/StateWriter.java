package io.hindcast.fold.javascript;

import io.hindcast.engine.fold.FoldFailure;
import io.hindcast.engine.state.Absent;
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

    StateWriter(Values values) {
        this.values = values;
        values.tookBinary(); // what an event before has left
    }

    /// Writes the state itself, given as an object that reads from the editor or as whatever a script answered instead.
    void write(EditedObject state, @Nullable Object after) throws FoldFailure {
        if (after == state) {
            edited(state, state.touched(), state.copies());
        } else if (after instanceof CopyObject copy && copy.root() == state) {
            edited(state, copy.touched(), state.copies() - 1);
        } else {
            write(state.place(), state.base(), after);
        }
    }

    /// @param before what is in the editor at this path
    @SuppressWarnings("ReferenceEquality") // the very value that the object was made of
    void write(Place place, StateValue before, @Nullable Object after) throws FoldFailure {
        switch (after) {
            case LazyObject object when object.base() == before -> touched(place, before, object);
            case StateList list when list.items() == before -> items(place, list.items(), list);
            case DecimalObject decimal -> set(place, before, values.toState(decimal));
            case Scriptable object when before instanceof Fields fields && isPlain(object) -> fields(place, fields, object);
            case null, default -> set(place, before, values.toState(after));
        }
    }

    /// Lays the fields of an object over what is there, and removes nothing.
    void merge(Place place, StateValue before, @Nullable Object after) throws FoldFailure {
        if (before instanceof Fields fields && after instanceof Scriptable object && isPlain(object)) {
            for (Object id : object.getIds()) {
                String name = String.valueOf(id);
                write(place.child(name), fields.field(name), Values.property(object, id));
            }
        } else {
            write(place, before, after);
        }
    }

    /// @param copies how many other copies of the state may stand somewhere in what was touched: they show it as it was
    private void edited(EditedObject state, @Nullable Touched touched, int copies) throws FoldFailure {
        if (copies > 0) {
            state.base(); // read as a whole before anything is written
        }
        for (int i = 0; touched != null && i < touched.size(); i++) {
            Place field = state.field(touched.name(i));
            Object value = touched.value(i);
            if (value instanceof Scriptable || value == null || touched.isGone(i)) {
                write(field, field.read(), touched, i);
            } else {
                put(field, values.toState(value));
            }
        }
    }

    private void touched(Place place, StateValue before, LazyObject object) throws FoldFailure {
        Touched touched = object.touched();
        for (int i = 0; touched != null && i < touched.size(); i++) {
            StateValue was = before instanceof Fields fields ? fields.field(touched.name(i)) : Absent.ABSENT;
            write(place.child(touched.name(i)), was, touched, i);
        }
    }

    private void write(Place field, StateValue was, Touched touched, int index) throws FoldFailure {
        if (touched.isGone(index)) {
            set(field, was, Absent.ABSENT);
        } else {
            write(field, was, touched.value(index));
        }
    }

    private static boolean isPlain(Scriptable object) {
        return !(object instanceof Callable)
                && !(object instanceof Symbol)
                && !Undefined.isUndefined(object)
                && (object instanceof LazyObject || object.getClassName().equals("Object"));
    }

    /// An object that was built anew: what it took over from the old one is passed by.
    private void fields(Place place, Fields before, Scriptable object) throws FoldFailure {
        Object[] ids = object.getIds();
        int kept = 0;
        for (Object id : ids) {
            String name = id instanceof String text ? text : String.valueOf(id);
            Object value = Values.property(object, id);
            StateValue was = before.field(name);
            kept += was.isPresent() ? 1 : 0;
            if (!Values.isSame(was, value)) {
                write(place.child(name), was, value);
            }
        }
        if (kept < before.size()) {
            removeAllBut(ids, place, before);
        }
    }

    private static void removeAllBut(Object[] ids, Place place, Fields before) {
        var kept = new HashSet<String>();
        for (Object id : ids) {
            kept.add(String.valueOf(id));
        }
        for (String name : before.names()) {
            if (!kept.contains(name)) {
                place.child(name).set(Absent.ABSENT);
            }
        }
    }

    private void items(Place place, Items before, StateList list) throws FoldFailure {
        Caps.itemsOf(list.getLength());
        int size = (int) list.getLength();
        if (size < before.size() || differing(before, list) > before.size() / 2) {
            if (!list.isAsItWas()) {
                set(place, before, values.toState(list));
            }
            return;
        }
        for (int i = 0; i < before.size(); i++) {
            if (!list.isAsItWas(i)) {
                write(place.item(i), before.values().get(i), list.get(i, list));
            }
        }
        for (int i = before.size(); i < size; i++) {
            place.append(values.item((NativeArray) list, i));
            if (values.tookBinary()) {
                place.inexact();
            }
        }
    }

    private static int differing(Items before, StateList list) {
        int differing = 0;
        for (int i = 0; i < before.size(); i++) {
            differing += list.isAsItWas(i) || list.get(i, list) instanceof Scriptable ? 0 : 1;
        }
        return differing;
    }

    @SuppressWarnings("ReferenceEquality") // a shortcut: containers are compared no further
    private void set(Place place, StateValue before, StateValue after) {
        boolean same = before == after
                || (!(after instanceof Fields) && !(after instanceof Items) && before.equals(after));
        if (!same) {
            put(place, after);
        }
    }

    private void put(Place place, StateValue after) {
        place.set(after);
        if (values.tookBinary()) {
            place.inexact();
        }
    }
}
