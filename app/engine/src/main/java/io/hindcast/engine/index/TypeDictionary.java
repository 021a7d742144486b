package io.hindcast.engine.index;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/// Event types by ordinal, with their true counts.
final class TypeDictionary {
    private final Map<String, Integer> ordinals = new ConcurrentHashMap<>();
    private final List<String> names = new CopyOnWriteArrayList<>();
    private final List<AtomicLong> counts = new CopyOnWriteArrayList<>();

    int[] ordinalsOf(List<String> types) {
        return types.stream().mapToInt(this::ordinalOf).toArray();
    }

    /// @param more how many events more there are of each type
    void count(int[] ordinals, long[] more) {
        for (int i = 0; i < more.length; i++) {
            counts.get(ordinals[i]).addAndGet(more[i]);
        }
    }

    String name(int ordinal) {
        return names.get(ordinal);
    }

    long count(int ordinal) {
        return counts.get(ordinal).get();
    }

    List<String> names() {
        return List.copyOf(names);
    }

    private int ordinalOf(String type) {
        return ordinals.computeIfAbsent(type, name -> {
            names.add(name);
            counts.add(new AtomicLong());
            return names.size() - 1;
        });
    }
}
