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
    private @Nullable Touched touched;

    LazyObject(Values values) {
        this.values = values;
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

    /// What was written or handed out to be written to, null when that is nothing.
    final @Nullable Touched touched() {
        return touched;
    }

    final boolean isUntouched() {
        return touched == null;
    }

    /// The value with what was written to it.
    final StateValue current() {
        StateValue base = base();
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
        Touched known = touched;
        if (known == null) {
            known = new Touched();
            touched = known;
        }
        return known;
    }

    @Override
    public @Nullable Object get(String name, Scriptable start) {
        int at = touched == null ? -1 : touched.find(name);
        if (touched != null && at >= 0) {
            return touched.isGone(at) ? NOT_FOUND : touched.value(at);
        }
        Object value = source(name);
        if (value instanceof Scriptable && value != NOT_FOUND) {
            writable().put(name, value);
        }
        return value;
    }

    @Override
    public @Nullable Object get(int index, Scriptable start) {
        return get(Integer.toString(index), start);
    }

    @Override
    public boolean has(String name, Scriptable start) {
        int at = touched == null ? -1 : touched.find(name);
        return touched != null && at >= 0 ? !touched.isGone(at) : sourceHas(name);
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
        if (sourceHas(name) || touched != null && touched.find(name) >= 0) {
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
        if (touched == null) {
            return names.toArray();
        }
        var ids = new ArrayList<Object>(names.size() + touched.size());
        for (String name : names) {
            int at = touched.find(name);
            if (at < 0 || !touched.isGone(at)) {
                ids.add(name);
            }
        }
        for (int i = 0; i < touched.size(); i++) {
            if (!touched.isGone(i) && !sourceHas(touched.name(i))) {
                ids.add(touched.name(i));
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
