package io.hindcast.fold.javascript;

import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.StateValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mozilla.javascript.Scriptable;
import org.mozilla.javascript.ScriptableObject;

/// An object of a script over an immutable value: a field is made when it is first read, and what the script writes is
/// kept beside the value. So an event costs what the script touches, and what it only copies keeps its digits.
abstract class LazyObject implements Scriptable {
    private static final Object GONE = new Object();

    private final Values values;
    private @Nullable Map<String, @Nullable Object> touched;

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

    /// What was written or handed out to be written to, by name; [Scriptable#NOT_FOUND] for what was deleted.
    final Map<String, @Nullable Object> touched() {
        if (touched == null) {
            return Map.of();
        }
        var seen = new LinkedHashMap<String, @Nullable Object>();
        touched.forEach((name, value) -> seen.put(name, isGone(value) ? NOT_FOUND : value));
        return seen;
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
        for (var one : touched.entrySet()) {
            StateValue value = isGone(one.getValue())
                    ? io.hindcast.engine.state.Absent.ABSENT
                    : values.toState(one.getValue());
            if (value != result.field(one.getKey())) {
                result = result.with(one.getKey(), value);
            }
        }
        return result;
    }

    private static boolean isGone(@Nullable Object value) {
        return value == GONE;
    }

    private Map<String, @Nullable Object> writable() {
        Map<String, @Nullable Object> known = touched;
        if (known == null) {
            known = new LinkedHashMap<>();
            touched = known;
        }
        return known;
    }

    @Override
    public @Nullable Object get(String name, Scriptable start) {
        if (touched != null && touched.containsKey(name)) {
            Object value = touched.get(name);
            return isGone(value) ? NOT_FOUND : value;
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
        return touched != null && touched.containsKey(name) ? !isGone(touched.get(name)) : sourceHas(name);
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
        if (sourceHas(name)) {
            writable().put(name, GONE);
        } else if (touched != null) {
            touched.remove(name);
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
            if (!touched.containsKey(name) || !isGone(touched.get(name))) {
                ids.add(name);
            }
        }
        touched.forEach((name, value) -> {
            if (!isGone(value) && !sourceHas(name)) {
                ids.add(name);
            }
        });
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
