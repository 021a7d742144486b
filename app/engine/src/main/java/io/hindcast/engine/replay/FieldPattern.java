package io.hindcast.engine.replay;

import io.hindcast.engine.state.Absent;
import io.hindcast.engine.state.Bool;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Items;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.Opaque;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// A field, or many at once: a path whose steps may be `*`, which stands for any name or item number.
/// `/lines/*/amount` is the amount of every line.
public record FieldPattern(List<String> steps) {
    public static final String ANY = "*";

    public FieldPattern {
        steps = List.copyOf(steps);
    }

    public static FieldPattern of(FieldPath path) {
        return new FieldPattern(path.steps());
    }

    /// Reads a JSON Pointer with `*` for any step; a missing leading slash is forgiven, "" is the whole state.
    public static FieldPattern parse(String text) {
        return of(FieldPath.parse(text));
    }

    /// Whether it names one field only.
    public boolean isExact() {
        return !steps.contains(ANY);
    }

    /// Whether a path is a field of this pattern, or lies below one.
    public boolean covers(FieldPath path) {
        return path.steps().size() >= steps.size() && agrees(path.steps(), steps.size());
    }

    /// Whether fields of this pattern may lie below a path.
    boolean reachesBelow(FieldPath path) {
        return path.steps().size() < steps.size()
                && agrees(path.steps(), path.steps().size());
    }

    private boolean agrees(List<String> path, int depth) {
        for (int i = 0; i < depth; i++) {
            if (!steps.get(i).equals(ANY) && !steps.get(i).equals(path.get(i))) {
                return false;
            }
        }
        return true;
    }

    /// The fields of this pattern below a path that either of two values has: those of the first in its order, then
    /// what only the second has.
    ///
    /// @param from where both values stand
    Set<FieldPath> below(FieldPath from, StateValue first, StateValue second) {
        var found = new LinkedHashSet<FieldPath>();
        collect(from, first, found);
        collect(from, second, found);
        return found;
    }

    private record Place(FieldPath path, StateValue value) {}

    private void collect(FieldPath from, StateValue value, Set<FieldPath> found) {
        var level = List.of(new Place(from, value));
        for (int depth = from.steps().size(); depth < steps.size(); depth++) {
            var next = new ArrayList<Place>();
            for (Place place : level) {
                children(place, steps.get(depth), next);
            }
            level = next;
        }
        level.forEach(place -> found.add(place.path()));
    }

    private static void children(Place place, String step, List<Place> into) {
        if (!step.equals(ANY)) {
            StateValue child = place.value().at(new FieldPath(List.of(step)));
            if (child.isPresent()) {
                into.add(new Place(place.path().child(step), child));
            }
            return;
        }
        switch (place.value()) {
            case Fields fields ->
                fields.entries()
                        .forEach(entry -> into.add(new Place(place.path().child(entry.getKey()), entry.getValue())));
            case Items items -> {
                for (int i = 0; i < items.size(); i++) {
                    into.add(new Place(place.path().child(i), items.values().get(i)));
                }
            }
            case Absent _, Null _, Bool _, Num _, Text _, Opaque _ -> {}
        }
    }

    /// As it is written; "" for the whole state.
    @Override
    public String toString() {
        return new FieldPath(steps).toString();
    }
}
