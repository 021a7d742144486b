package io.hindcast.engine.index;

import io.hindcast.event.EventPage;
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

    void count(EventPage page, int[] ordinalOf) {
        for (int row = 0; row < page.size(); row++) {
            counts.get(ordinalOf[page.typeOrdinal(row)]).incrementAndGet();
        }
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
