package io.hindcast.engine.state;

import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Named values, in the order in which the names first appeared. Equal whatever the order.
///
/// An edit shares structure with what it was made from: setting one of thousands of names costs about as much as
/// setting one of thirty. A name never stands for [Absent]: setting that removes the name.
public final class Fields implements StateValue {
    public static final Fields EMPTY = new Fields(Row.EMPTY);

    private final Row row;

    private Fields(Row row) {
        this.row = row;
    }

    /// The first value of a name stays at its place, the last value of a name wins.
    public static Fields of(Map<String, ? extends StateValue> values) {
        var fields = builder(values.size());
        values.forEach(fields::put);
        return fields.build();
    }

    /// Fields that are read when they are looked at.
    public static Fields over(LazyFields source) {
        return source.size() == 0 ? EMPTY : new Fields(new Row.Lazy(source));
    }

    public static Fields of(String name, StateValue value) {
        return EMPTY.with(name, value);
    }

    /// @param expected how many names there will be; a guess
    public static Builder builder(int expected) {
        return new Builder(expected);
    }

    /// Collects fields one by one: the first place and the last value of a name; [Absent] is passed over. For one
    /// thread; spent once built.
    public static final class Builder {
        private String[] names;
        private StateValue[] values;
        private int count;
        private @Nullable Map<String, Integer> places;

        private Builder(int expected) {
            names = new String[Math.max(expected, 4)];
            values = new StateValue[names.length];
        }

        public Builder put(String name, StateValue value) {
            if (value instanceof Absent) {
                return this;
            }
            int at = find(name);
            if (at >= 0) {
                values[at] = value;
                return this;
            }
            if (count == names.length) {
                names = java.util.Arrays.copyOf(names, count * 2);
                values = java.util.Arrays.copyOf(values, count * 2);
            }
            names[count] = name;
            values[count++] = value;
            return this;
        }

        private int find(String name) {
            if (count < Row.FEW) {
                return Row.Few.find(names, count, name);
            }
            if (places == null) {
                places = HashMap.newHashMap(names.length);
                for (int i = 0; i < count; i++) {
                    places.put(names[i], i);
                }
            }
            Integer place = places.putIfAbsent(name, count);
            return place == null ? -1 : place;
        }

        public Fields build() {
            return count == 0 ? EMPTY : new Fields(Row.of(names, values, count));
        }
    }

    public int size() {
        return row.size();
    }

    public List<String> names() {
        var names = new ArrayList<String>(size());
        row.iterator().forEachRemaining(entry -> names.add(entry.name()));
        return names;
    }

    /// Names and values in order; a view that never changes.
    public Set<Map.Entry<String, StateValue>> entries() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return row.size();
            }

            @Override
            public Iterator<Map.Entry<String, StateValue>> iterator() {
                Iterator<Row.Entry> each = row.iterator();
                return new Iterator<>() {
                    @Override
                    public boolean hasNext() {
                        return each.hasNext();
                    }

                    @Override
                    public Map.Entry<String, StateValue> next() {
                        Row.Entry entry = each.next();
                        return Map.entry(entry.name(), entry.value());
                    }
                };
            }
        };
    }

    /// Names and values in order, for a walk that makes no objects.
    public FieldWalk walk() {
        return new FieldWalk(row);
    }

    /// The value of a name, else [Absent].
    public StateValue field(String name) {
        return row.value(name);
    }

    /// The same with one name set; [Absent] removes it.
    public Fields with(String name, StateValue value) {
        return value instanceof Absent ? without(name) : new Fields(row.with(name, value));
    }

    /// The same with many names set, for less work than setting one after the other; [Absent] removes a name.
    ///
    /// @param names each of them once
    public Fields withAll(String[] names, StateValue[] values) {
        var done = new boolean[names.length];
        Fields changed = row instanceof Row.Many many ? new Fields(many.replaced(names, values, done)) : this;
        for (int i = 0; i < names.length; i++) {
            changed = done[i] ? changed : changed.with(names[i], values[i]);
        }
        return changed;
    }

    /// The same without a name; this very object when it has no such name.
    @SuppressWarnings("ReferenceEquality")
    public Fields without(String name) {
        Row rest = row.without(name);
        if (rest == row) {
            return this;
        }
        return rest.size() == 0 ? EMPTY : new Fields(rest);
    }

    Iterator<Row.Entry> iterator() {
        return row.iterator();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Fields that && Equality.between(this, that);
    }

    @Override
    public int hashCode() {
        return Equality.hash(this);
    }

    @Override
    public String toString() {
        return Shown.of(this);
    }
}
