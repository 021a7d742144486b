package io.hindcast.event;

import java.util.ArrayList;
import java.util.List;

/// Names in the order in which they came, found again by their hash codes: a page may have a name for nearly every row,
/// and lives for a moment, so that it makes no object for a name. One thread.
final class NameTable<T> {
    private static final int SPREAD = 0x9E37_79B1;

    private final List<T> names = new ArrayList<>();
    /// Two numbers a place: one above the ordinal, and the hash code.
    private int[] places;

    /// @param expected a guess at the number of names
    NameTable(int expected) {
        this.places = new int[Math.max(16, Integer.highestOneBit(expected * 2) * 4)];
    }

    int size() {
        return names.size();
    }

    List<T> names() {
        return List.copyOf(names);
    }

    /// The place of a name in the order, at the end of which it is put if it is new.
    int ordinalOf(T name) {
        int hash = name.hashCode();
        int place = place(hash);
        for (; places[place] != 0; place = behind(place)) {
            if (places[place + 1] == hash && names.get(places[place] - 1).equals(name)) {
                return places[place] - 1;
            }
        }
        names.add(name);
        places[place] = names.size();
        places[place + 1] = hash;
        if (names.size() * 4 > places.length) {
            grow();
        }
        return names.size() - 1;
    }

    private int place(int hash) {
        int mixed = hash * SPREAD;
        return (mixed ^ mixed >>> 15) << 1 & places.length - 2;
    }

    private int behind(int place) {
        return place + 2 & places.length - 1;
    }

    private void grow() {
        int[] old = places;
        places = new int[old.length * 2];
        for (int i = 0; i < old.length; i += 2) {
            if (old[i] != 0) {
                int place = place(old[i + 1]);
                while (places[place] != 0) {
                    place = behind(place);
                }
                places[place] = old[i];
                places[place + 1] = old[i + 1];
            }
        }
    }
}
