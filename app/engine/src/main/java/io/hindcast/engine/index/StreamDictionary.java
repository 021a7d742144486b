package io.hindcast.engine.index;

import io.hindcast.event.EventPage.StreamName;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Streams by ordinal and by name.
final class StreamDictionary {
    private final Map<StreamName, Integer> ordinals = new ConcurrentHashMap<>();
    private final Map<String, Integer> byName = new ConcurrentHashMap<>();
    private final Set<String> ambiguous = ConcurrentHashMap.newKeySet();
    private volatile StreamEntry[] entries = new StreamEntry[64];
    private volatile int size;

    int[] ordinalsOf(List<StreamName> names) {
        return names.stream().mapToInt(this::ordinalOf).toArray();
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

    private int ordinalOf(StreamName name) {
        Integer known = ordinals.get(name);
        return known == null ? add(name) : known;
    }

    private int add(StreamName name) {
        int ordinal = size;
        if (ordinal == entries.length) {
            entries = Arrays.copyOf(entries, ordinal * 2);
        }
        entries[ordinal] = new StreamEntry(ordinal, name.stream(), name.category());
        ordinals.put(name, ordinal);
        if (byName.putIfAbsent(name.stream(), ordinal) != null) {
            ambiguous.add(name.stream());
        }
        size = ordinal + 1;
        return ordinal;
    }
}
