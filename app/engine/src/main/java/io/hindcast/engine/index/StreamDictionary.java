package io.hindcast.engine.index;

import io.hindcast.event.EventPage.StreamName;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Streams by ordinal and by name. One thread adds, any number read.
final class StreamDictionary {
    private static final int SPREAD = 0x9E37_79B1;

    /// For the thread that adds: one above the ordinal, and the hash code of the name. A store may have a stream for
    /// every few events, so that what is looked at for each of them has to be little.
    private int[] places = new int[1 << 8];

    private final Map<String, Integer> byName = new ConcurrentHashMap<>();
    private final Set<String> ambiguous = ConcurrentHashMap.newKeySet();
    private volatile StreamEntry[] entries = new StreamEntry[64];
    private volatile int size;

    /// In steps, each over all names: what one step looks at for a name lies anywhere in memory, and the processor fetches
    /// for many names at a time what it needs for none of the others.
    int[] ordinalsOf(List<StreamName> names) {
        int[] hashes = new int[names.size()];
        for (int i = 0; i < hashes.length; i++) {
            hashes[i] = names.get(i).hashCode();
        }
        int[] ordinals = new int[hashes.length];
        for (int i = 0; i < hashes.length; i++) {
            ordinals[i] = supposed(hashes[i]);
        }
        for (int i = 0; i < hashes.length; i++) {
            if (ordinals[i] < 0 || !entries[ordinals[i]].is(names.get(i))) {
                ordinals[i] = ordinalOf(names.get(i), hashes[i]);
            }
        }
        return ordinals;
    }

    /// The ordinal at the first place for a hash code, -1 where that is empty.
    private int supposed(int hash) {
        return places[place(hash)] - 1;
    }

    StreamEntry entry(int ordinal) {
        return entries[ordinal];
    }

    int size() {
        return size;
    }

    OptionalInt named(String name) {
        Integer ordinal = byName.get(name);
        return ordinal == null ? OptionalInt.empty() : OptionalInt.of(ordinal);
    }

    boolean isAmbiguous(String name) {
        return ambiguous.contains(name);
    }

    private int ordinalOf(StreamName name, int hash) {
        int place = place(hash);
        for (; places[place] != 0; place = behind(place)) {
            if (places[place + 1] == hash && entries[places[place] - 1].is(name)) {
                return places[place] - 1;
            }
        }
        int ordinal = add(name);
        places[place] = ordinal + 1;
        places[place + 1] = hash;
        if (size * 4 > places.length) {
            grow();
        }
        return ordinal;
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

    private int add(StreamName name) {
        int ordinal = size;
        if (ordinal == entries.length) {
            entries = Arrays.copyOf(entries, ordinal * 2);
        }
        entries[ordinal] = new StreamEntry(ordinal, name);
        if (byName.putIfAbsent(name.stream(), ordinal) != null) {
            ambiguous.add(name.stream());
        }
        size = ordinal + 1;
        return ordinal;
    }
}
