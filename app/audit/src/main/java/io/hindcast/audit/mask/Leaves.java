package io.hindcast.audit.mask;

import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Items;
import io.hindcast.engine.state.StateValue;
import java.util.ArrayDeque;
import java.util.Set;
import java.util.function.BiConsumer;

/// The single values of a value, with their paths; items of lists as `*`. Works for any depth.
final class Leaves {
    private static final int MOST_NAMES = 10_000;

    private Leaves() {}

    private record Here(FieldPath path, StateValue value) {}

    static void each(StateValue whole, BiConsumer<String, StateValue> taker) {
        var open = new ArrayDeque<Here>();
        open.push(new Here(FieldPath.ROOT, whole));
        while (!open.isEmpty()) {
            Here here = open.pop();
            if (here.value instanceof Fields fields) {
                fields.entries().forEach(entry -> open.push(new Here(here.path.child(entry.getKey()), entry.getValue())));
            } else if (here.value instanceof Items items) {
                items.values().forEach(item -> open.push(new Here(here.path.child("*"), item)));
            } else {
                taker.accept(here.path.toString(), here.value);
            }
        }
    }

    /// Adds the names of all fields, as long as there are not too many.
    static void names(StateValue whole, Set<String> names) {
        var open = new ArrayDeque<StateValue>();
        open.push(whole);
        while (!open.isEmpty() && names.size() < MOST_NAMES) {
            switch (open.pop()) {
                case Fields fields -> fields.entries().forEach(entry -> {
                    names.add(entry.getKey());
                    open.push(entry.getValue());
                });
                case Items items -> items.values().forEach(open::push);
                default -> {
                    // no names in a single value
                }
            }
        }
    }
}
