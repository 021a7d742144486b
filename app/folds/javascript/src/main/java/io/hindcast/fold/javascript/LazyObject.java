package io.hindcast.fold.javascript;

import io.hindcast.engine.state.Absent;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.StateValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mozilla.javascript.Scriptable;
import org.mozilla.javascript.ScriptableObject;

/// An object of a script over an immutable value: a field is made when it is first read, and what the script writes is
/// kept beside the value. So an event costs what the script touches, and what it only copies keeps its digits.
abstract class LazyObject implements Scriptable {
    private final Values values;
    private int copies;
    private @Nullable Touched written;
    private @Nullable Touched made; // lists and objects that were handed out, and may have been written to

    LazyObject(Values values) {
        this.values = values;
    }

    /// One that begins as another one is now: what is handed out of either is the same object to both, as after `{ ...it }`.
    LazyObject(LazyObject other) {
        values = other.values;
        written = other.written == null ? null : other.written.copy();
        if (other.made == null) {
            other.made = new Touched();
        }
        made = other.made;
    }

    final Values values() {
        return values;
    }

    /// The field of the value below as a script sees it, [Scriptable#NOT_FOUND] when there is none.
    abstract @Nullable Object source(String name);

    abstract List<String> sourceNames();

    abstract boolean sourceHas(String name);

    /// The value below, without what was written.
    abstract StateValue base();

    /// A copy was made of it.
    final void copied() {
        copies++;
    }

    /// How many copies were made, of copies too.
    final int copies() {
        return copies;
    }

    /// What was written or handed out to be written to, null when that is nothing.
    final @Nullable Touched touched() {
        if (made == null || made.size() == 0) {
            return written;
        }
        if (written == null) {
            return made;
        }
        Touched both = made.copy();
        both.putAll(written);
        return both;
    }

    final boolean isUntouched() {
        return written == null && (made == null || made.size() == 0);
    }

    /// The value with what was written to it.
    @SuppressWarnings("ReferenceEquality") // the very value: nothing was written
    final StateValue current() {
        StateValue base = base();
        Touched touched = touched();
        if (touched == null || !(base instanceof Fields fields)) {
            return base;
        }
        Fields result = fields;
        for (int i = 0; i < touched.size(); i++) {
            StateValue value = touched.isGone(i) ? Absent.ABSENT : values.toState(touched.value(i));
            if (value != result.field(touched.name(i))) {
                result = result.with(touched.name(i), value);
            }
        }
        return result;
    }

    private Touched writable() {
        Touched known = written;
        if (known == null) {
            known = new Touched();
            written = known;
        }
        return known;
    }

    private void handOut(String name, Object value) {
        if (made == null) {
            made = new Touched();
        }
        made.put(name, value);
    }

    @Override
    public @Nullable Object get(String name, Scriptable start) {
        int at = written == null ? -1 : written.find(name);
        if (written != null && at >= 0) {
            return written.isGone(at) ? NOT_FOUND : written.value(at);
        }
        at = made == null ? -1 : made.find(name);
        if (made != null && at >= 0) {
            return made.value(at);
        }
        Object value = source(name);
        if (value instanceof Scriptable && !Values.isMissing(value)) {
            handOut(name, value);
        }
        return value;
    }

    @Override
    public @Nullable Object get(int index, Scriptable start) {
        return get(Integer.toString(index), start);
    }

    @Override
    public boolean has(String name, Scriptable start) {
        int at = written == null ? -1 : written.find(name);
        return (written != null && at >= 0) ? !written.isGone(at) : sourceHas(name);
    }

    @Override
    public boolean has(int index, Scriptable start) {
        return has(Integer.toString(index), start);
    }

    @Override
    public void put(String name, Scriptable start, Object value) {
        writable().put(name, value);
    }

    @Override
    public void put(int index, Scriptable start, Object value) {
        put(Integer.toString(index), start, value);
    }

    @Override
    public void delete(String name) {
        if (sourceHas(name) || (written != null && written.find(name) >= 0)) {
            writable().put(name, Touched.GONE);
        }
    }

    @Override
    public void delete(int index) {
        delete(Integer.toString(index));
    }

    @Override
    public Object[] getIds() {
        List<String> names = sourceNames();
        if (written == null) {
            return names.toArray();
        }
        var ids = new ArrayList<Object>(names.size() + written.size());
        for (String name : names) {
            int at = written.find(name);
            if (at < 0 || !written.isGone(at)) {
                ids.add(name);
            }
        }
        for (int i = 0; i < written.size(); i++) {
            if (!written.isGone(i) && !sourceHas(written.name(i))) {
                ids.add(written.name(i));
            }
        }
        return ids.toArray();
    }

    @Override
    public String getClassName() {
        return "Object";
    }

    @Override
    public Scriptable getPrototype() {
        return values.objectPrototype();
    }

    @Override
    public void setPrototype(Scriptable prototype) {
        // data have no other prototype than Object
    }

    @Override
    public Scriptable getParentScope() {
        return values.scope();
    }

    @Override
    public void setParentScope(Scriptable parent) {
        // belongs to the scope of the run
    }

    @Override
    public Object getDefaultValue(@Nullable Class<?> hint) {
        return ScriptableObject.getDefaultValue(this, hint);
    }

    @Override
    public boolean hasInstance(Scriptable instance) {
        return false;
    }
}
