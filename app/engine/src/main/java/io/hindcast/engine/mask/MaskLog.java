package io.hindcast.engine.mask;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/// Counts what was masked, by rule and place; never what it was. Safe for many threads.
public final class MaskLog {
    private final Map<Counter, LongAdder> counts = new ConcurrentHashMap<>();

    private record Counter(String rule, MaskPlace place) {}

    /// @param values how often something was masked; a value that is shown twice counts twice
    public record Count(String rule, MaskPlace place, long values) {}

    void add(String rule, MaskPlace place) {
        counts.computeIfAbsent(new Counter(rule, place), _ -> new LongAdder()).increment();
    }

    public boolean isEmpty() {
        return counts.isEmpty();
    }

    /// All together.
    public long total() {
        return counts.values().stream().mapToLong(LongAdder::sum).sum();
    }

    /// By rule, then by place.
    public List<Count> counts() {
        return counts.entrySet().stream()
                .map(each -> new Count(each.getKey().rule, each.getKey().place, each.getValue().sum()))
                .sorted(Comparator.comparing(Count::rule).thenComparing(Count::place))
                .toList();
    }
}
