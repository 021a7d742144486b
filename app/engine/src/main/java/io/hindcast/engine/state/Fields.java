package io.hindcast.engine.state;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Named values, in the order in which the names first appeared. Equal whatever the order.
public final class Fields implements StateValue {
    public static final Fields EMPTY = new Fields(new LinkedHashMap<>());

    private final LinkedHashMap<String, StateValue> values;

    private Fields(LinkedHashMap<String, StateValue> values) {
        this.values = values;
    }

    /// The first value of a name stays at its place, the last value of a name wins.
    public static Fields of(Map<String, ? extends StateValue> values) {
        return values.isEmpty() ? EMPTY : new Fields(new LinkedHashMap<>(values));
    }

    public static Fields of(String name, StateValue value) {
        return EMPTY.with(name, value);
    }

    /// @param expected how many names there will be; a guess
    public static Builder builder(int expected) {
        return new Builder(expected);
    }

    /// Collects fields one by one: the first place and the last value of a name. For one thread; spent once built.
    public static final class Builder {
        private final LinkedHashMap<String, StateValue> values;

        private Builder(int expected) {
            values = LinkedHashMap.newLinkedHashMap(expected);
        }

        public Builder put(String name, StateValue value) {
            values.put(name, value);
            return this;
        }

        public Fields build() {
            return values.isEmpty() ? EMPTY : new Fields(values);
        }
    }

    public int size() {
        return values.size();
    }

    public List<String> names() {
        return new ArrayList<>(values.keySet());
    }

    public Set<Map.Entry<String, StateValue>> entries() {
        return java.util.Collections.unmodifiableSet(values.entrySet());
    }

    /// The value of a name, else [Absent].
    public StateValue field(String name) {
        return values.getOrDefault(name, Absent.ABSENT);
    }

    /// The same with one name set; [Absent] removes it.
    public Fields with(String name, StateValue value) {
        var copy = new LinkedHashMap<>(values);
        if (value instanceof Absent) {
            copy.remove(name);
        } else {
            copy.put(name, value);
        }
        return new Fields(copy);
    }

    public Fields without(String name) {
        return values.containsKey(name) ? with(name, Absent.ABSENT) : this;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fields that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
