package io.hindcast.desktop.state;

import io.hindcast.desktop.focus.ShownChange;
import io.hindcast.engine.state.Change;
import io.hindcast.engine.state.FieldPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The changes of one event, by place.
final class Changes {
    private final List<ShownChange> all;
    private final Map<FieldPath, ShownChange> byPath = new HashMap<>();
    private final Map<FieldPath, List<ShownChange>> removed = new HashMap<>();
    private final Set<FieldPath> above = new HashSet<>();

    Changes(List<ShownChange> all) {
        this.all = List.copyOf(all);
        for (ShownChange change : all) {
            byPath.put(change.path(), change);
            List<String> steps = change.path().steps();
            for (int depth = 0; depth < steps.size(); depth++) {
                above.add(new FieldPath(steps.subList(0, depth)));
            }
            if (change.kind() == Change.Kind.REMOVED && !change.path().isRoot()) {
                var parent = new FieldPath(steps.subList(0, steps.size() - 1));
                removed.computeIfAbsent(parent, _ -> new ArrayList<>()).add(change);
            }
        }
    }

    Optional<ShownChange> at(FieldPath path) {
        return Optional.ofNullable(byPath.get(path));
    }

    boolean isBelow(FieldPath path) {
        return above.contains(path);
    }

    List<ShownChange> removedFrom(FieldPath parent) {
        return removed.getOrDefault(parent, List.of());
    }

    List<ShownChange> all() {
        return all;
    }

    long count(Change.Kind kind) {
        return all.stream().filter(it -> it.kind() == kind).count();
    }
}
