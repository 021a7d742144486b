package io.hindcast.engine.index;

import io.hindcast.event.EventPage.StreamName;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/// Streams by ordinal and by name. One thread adds, any number read.
final class StreamDictionary {
    private static final int SPREAD = 0x9E37_79B1;

    /// One above the ordinal, and the hash code of the name. A store may have a stream for every few events, so that what
    /// is looked at for each of them has to be little. Whoever reads [#size] first sees all streams below it.
    private volatile int[] places = new int[1 << 8];

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
        int[] all = places;
        for (int i = 0; i < hashes.length; i++) {
            ordinals[i] = all[place(hashes[i], all)] - 1; // of the first that may be it, -1 where there is none
        }
        for (int i = 0; i < hashes.length; i++) {
            if (ordinals[i] < 0 || !entries[ordinals[i]].is(names.get(i))) {
                ordinals[i] = ordinalOf(names.get(i), hashes[i]);
            }
        }
        return ordinals;
    }

    StreamEntry entry(int ordinal) {
        return entries[ordinal];
    }

    int size() {
        return size;
    }

    /// Of streams that share a name, the one that was first.
    OptionalInt named(String name) {
        return withName(name, 0);
    }

    /// Whether streams of different categories share a name.
    boolean isAmbiguous(String name) {
        OptionalInt first = named(name);
        return first.isPresent() && withName(name, first.getAsInt() + 1).isPresent();
    }

    /// The lowest ordinal from one on, of a stream with a name.
    private OptionalInt withName(String name, int least) {
        int known = size;
        int[] all = places;
        int hash = name.hashCode();
        int lowest = known;
        for (int place = place(hash, all); all[place] != 0; place = behind(place, all)) {
            int ordinal = all[place] - 1;
            if (ordinal >= least && ordinal < lowest && all[place + 1] == hash && entries[ordinal].name().equals(name)) {
                lowest = ordinal;
            }
        }
        return lowest < known ? OptionalInt.of(lowest) : OptionalInt.empty();
    }

    private int ordinalOf(StreamName name, int hash) {
        int[] all = places;
        int place = place(hash, all);
        for (; all[place] != 0; place = behind(place, all)) {
            if (all[place + 1] == hash && entries[all[place] - 1].is(name)) {
                return all[place] - 1;
            }
        }
        int ordinal = add(name);
        all[place + 1] = hash;
        all[place] = ordinal + 1;
        size = ordinal + 1;
        if (size * 4 > all.length) {
            places = grown(all);
        }
        return ordinal;
    }

    private static int place(int hash, int[] places) {
        int mixed = hash * SPREAD;
        return (mixed ^ mixed >>> 15) << 1 & places.length - 2;
    }

    private static int behind(int place, int[] places) {
        return place + 2 & places.length - 1;
    }

    private static int[] grown(int[] old) {
        int[] larger = new int[old.length * 2];
        for (int i = 0; i < old.length; i += 2) {
            if (old[i] != 0) {
                int place = place(old[i + 1], larger);
                while (larger[place] != 0) {
                    place = behind(place, larger);
                }
                larger[place] = old[i];
                larger[place + 1] = old[i + 1];
            }
        }
        return larger;
    }

    private int add(StreamName name) {
        int ordinal = size;
        if (ordinal == entries.length) {
            entries = Arrays.copyOf(entries, ordinal * 2);
        }
        entries[ordinal] = new StreamEntry(ordinal, name);
        return ordinal;
    }
}
