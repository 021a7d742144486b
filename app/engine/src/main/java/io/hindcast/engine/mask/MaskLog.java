package io.hindcast.engine.mask;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/// Counts what was masked, by rule and place; never what it was. Safe for many threads.
public final class MaskLog {
    private final Map<Counter, LongAdder> counts = new ConcurrentHashMap<>();

    private final @Nullable MaskLog whole;

    public MaskLog() {
        this.whole = null;
    }

    /// A part of a whole: what is counted here counts there too.
    public MaskLog(MaskLog whole) {
        this.whole = whole;
    }

    private record Counter(String rule, MaskPlace place) {}

    /// @param values how often something was masked; a value that is shown twice counts twice
    public record Count(String rule, MaskPlace place, long values) {}

    void add(String rule, MaskPlace place) {
        counts.computeIfAbsent(new Counter(rule, place), _ -> new LongAdder()).increment();
        if (whole != null) {
            whole.add(rule, place);
        }
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
