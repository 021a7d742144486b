package io.hindcast.engine.state;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An ordered list of values. Edits of long lists share structure with what they were made from.
///
/// @param values never changes
public record Items(List<StateValue> values) implements StateValue {
    public static final Items EMPTY = new Items(List.of());

    private static final int FEW = 32;

    public Items {
        values = values instanceof ItemList || values instanceof LazyItems ? values : List.copyOf(values);
    }

    public int size() {
        return values.size();
    }

    /// The item whose 0-based number is written in `step`, else [Absent].
    StateValue item(String step) {
        int index = number(step);
        return index >= 0 && index < values.size() ? values.get(index) : Absent.ABSENT;
    }

    /// JSON Pointer numbers: digits only, no leading zero.
    private static int number(String step) {
        int length = step.length();
        if (length == 0 || length > 9 || (length > 1 && step.charAt(0) == '0')) {
            return -1;
        }
        int number = 0;
        for (int i = 0; i < length; i++) {
            char digit = step.charAt(i);
            if (digit < '0' || digit > '9') {
                return -1;
            }
            number = number * 10 + digit - '0';
        }
        return number;
    }

    /// The same with one more at the end.
    public Items with(StateValue value) {
        if (size() >= FEW) {
            return new Items(ItemList.of(values).with(value));
        }
        var longer = new ArrayList<>(values);
        longer.add(value);
        return new Items(longer);
    }

    /// The same with another value at a 0-based place.
    ///
    /// @throws IndexOutOfBoundsException when there is no such place
    public Items replaced(int index, StateValue value) {
        if (size() > FEW) {
            return new Items(ItemList.of(values).replaced(index, value));
        }
        var copy = new ArrayList<>(values);
        copy.set(index, value);
        return new Items(copy);
    }

    /// The same without the value at a 0-based place.
    ///
    /// @throws IndexOutOfBoundsException when there is no such place
    public Items removed(int index) {
        if (size() > FEW) {
            return new Items(ItemList.of(values).removed(index));
        }
        var shorter = new ArrayList<>(values);
        shorter.remove(index);
        return shorter.isEmpty() ? EMPTY : new Items(shorter);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Items that && Equality.between(this, that);
    }

    @Override
    public int hashCode() {
        return Equality.hash(this);
    }

    @Override
    public String toString() {
        return Shown.of(this);
    }
}
