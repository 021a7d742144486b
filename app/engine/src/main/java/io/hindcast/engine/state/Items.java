package io.hindcast.engine.state;

import java.util.ArrayList;
import java.util.List;

/// An ordered list of values.
public record Items(List<StateValue> values) implements StateValue {
    public static final Items EMPTY = new Items(List.of());

    public Items {
        values = List.copyOf(values);
    }

    public int size() {
        return values.size();
    }

    /// The item whose 0-based number is written in `step`, else [Absent].
    StateValue item(String step) {
        try {
            int index = Integer.parseInt(step);
            return index >= 0 && index < values.size() ? values.get(index) : Absent.ABSENT;
        } catch (NumberFormatException _) {
            return Absent.ABSENT;
        }
    }

    public Items with(StateValue value) {
        var longer = new ArrayList<>(values);
        longer.add(value);
        return new Items(longer);
    }
}
