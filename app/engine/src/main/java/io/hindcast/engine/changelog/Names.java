package io.hindcast.engine.changelog;

import java.util.Arrays;

/// Field names and their numbers, counted from 0 in order of arrival.
final class Names {
    static final int UNKNOWN = -1;

    private String[] names = new String[8];
    private int[] table = new int[16]; // number + 1 at the place of the hash; 0 is free
    private int count;
    private long characters;

    String name(int number) {
        return names[number];
    }

    int number(String name) {
        int number = table[place(name)] - 1;
        return number < 0 ? UNKNOWN : number;
    }

    int numberOrNew(String name) {
        int place = place(name);
        if (table[place] != 0) {
            return table[place] - 1;
        }
        if (count == names.length) {
            names = Arrays.copyOf(names, count * 2);
        }
        names[count] = name;
        characters += name.length();
        table[place] = ++count;
        if (count * 4L > table.length * 3L) {
            grow();
        }
        return count - 1;
    }

    /// No more will come: lets go of the room for them.
    void close() {
        names = Arrays.copyOf(names, count);
    }

    /// Memory on the heap, about.
    long held() {
        return 4L * (names.length + table.length) + 48L * count + characters;
    }

    private int place(String name) {
        int mask = table.length - 1;
        int place = spread(name.hashCode()) & mask;
        while (table[place] != 0 && !names[table[place] - 1].equals(name)) {
            place = place + 1 & mask;
        }
        return place;
    }

    private void grow() {
        table = new int[table.length * 2];
        for (int i = 0; i < count; i++) {
            table[place(names[i])] = i + 1;
        }
    }

    static int spread(int hash) {
        int mixed = hash * 0x9E3779B9;
        return mixed ^ mixed >>> 15;
    }
}
