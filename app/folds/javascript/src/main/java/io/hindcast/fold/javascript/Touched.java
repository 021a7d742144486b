package io.hindcast.fold.javascript;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Names with what a script put there or may write to, in order. Few of them in two arrays; many with an index.
final class Touched {
    /// Stands for a name that was deleted.
    static final Object GONE = new Object();

    private static final int FEW = 12;

    private String[] names = new String[4];
    private @Nullable Object[] values = new @Nullable Object[4];
    private int size;
    private @Nullable Map<String, Integer> places;

    /// The same names and values, to go on separately.
    Touched copy() {
        var copy = new Touched();
        copy.names = names.clone();
        copy.values = values.clone();
        copy.size = size;
        copy.places = places == null ? null : new HashMap<>(places);
        return copy;
    }

    /// Puts all of another one over it.
    void putAll(Touched other) {
        for (int i = 0; i < other.size; i++) {
            put(other.names[i], other.values[i]);
        }
    }

    int size() {
        return size;
    }

    String name(int index) {
        return names[index];
    }

    @Nullable Object value(int index) {
        return values[index];
    }

    @SuppressWarnings("ReferenceEquality") // one object stands for all that is gone
    boolean isGone(int index) {
        return values[index] == GONE;
    }

    /// The place of a name, -1 when it has none.
    int find(String name) {
        if (places != null) {
            return places.getOrDefault(name, -1);
        }
        for (int i = 0; i < size; i++) {
            if (names[i].equals(name)) {
                return i;
            }
        }
        return -1;
    }

    void put(String name, @Nullable Object value) {
        int at = find(name);
        if (at >= 0) {
            values[at] = value;
            return;
        }
        if (size == names.length) {
            names = Arrays.copyOf(names, size * 2);
            values = Arrays.copyOf(values, size * 2);
        }
        names[size] = name;
        values[size] = value;
        if (places != null) {
            places.put(name, size);
        } else if (size >= FEW) {
            index();
        }
        size++;
    }

    private void index() {
        var found = new HashMap<String, Integer>();
        for (int i = 0; i <= size; i++) {
            found.put(names[i], i);
        }
        places = found;
    }
}
