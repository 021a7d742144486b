package io.hindcast.engine.population;

import io.hindcast.engine.fold.Spelling;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.StateValue;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The fields that states were seen to have: for choosing columns, and for telling a misspelt field. Lists count as one
/// field. Safe for many threads.
public final class SeenFields {
    /// More names are keys and not fields.
    private static final int MOST = 500;

    private final Set<FieldPath> values = new LinkedHashSet<>();
    private final Set<FieldPath> all = new LinkedHashSet<>();

    public synchronized void add(StateValue state) {
        record Place(FieldPath path, StateValue value) {}
        var open = new ArrayDeque<Place>();
        open.add(new Place(FieldPath.ROOT, state));
        while (!open.isEmpty() && all.size() < MOST) {
            Place here = open.poll();
            if (!here.path().isRoot()) {
                all.add(here.path());
            }
            if (here.value() instanceof Fields fields && fields.size() > 0) {
                fields.entries()
                        .forEach(entry -> open.add(new Place(here.path().child(entry.getKey()), entry.getValue())));
            } else if (!here.path().isRoot()) {
                values.add(here.path());
            }
        }
    }

    /// Fields that hold values, not further fields, in order of appearance.
    public synchronized List<FieldPath> values() {
        return List.copyOf(values);
    }

    /// Whether this field was seen, or lies within a list that was.
    public synchronized boolean has(FieldPath path) {
        return all.contains(path)
                || (path.steps().size() > 1 && (values.contains(parent(path)) || inList(parent(path))));
    }

    private boolean inList(FieldPath path) {
        return !path.isRoot() && !all.contains(path) && has(path);
    }

    /// The field that somebody may have meant.
    public synchronized Optional<FieldPath> nearest(FieldPath path) {
        List<String> known = all.stream().map(FieldPath::toString).toList();
        String last = path.steps().getLast();
        Optional<String> whole = Spelling.nearest(path.toString(), known);
        return whole.map(FieldPath::parse)
                .or(() -> all.stream()
                        .filter(one -> one.steps().getLast().equalsIgnoreCase(last))
                        .findFirst());
    }

    private static FieldPath parent(FieldPath path) {
        return path.first(path.steps().size() - 1);
    }
}
