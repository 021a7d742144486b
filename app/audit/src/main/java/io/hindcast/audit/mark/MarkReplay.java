package io.hindcast.audit.mark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Marks while entries are taken into account, one after the other. For one thread.
final class MarkReplay {
    private final Map<String, Mark> byId = new LinkedHashMap<>();
    private final List<Long> complaints = new ArrayList<>();
    private Legend legend;

    /// @param given marks that are there before the first entry
    MarkReplay(MarkSet given) {
        given.everything().forEach(this::put);
        legend = given.legend();
    }

    Optional<Mark> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    void put(Mark mark) {
        byId.put(mark.id(), mark);
    }

    void put(Tick tick) {
        legend = legend.with(tick);
    }

    void complain(long line) {
        complaints.add(line);
    }

    MarkSet marks() {
        return new MarkSet(new LinkedHashMap<>(byId), legend, List.copyOf(complaints));
    }
}
