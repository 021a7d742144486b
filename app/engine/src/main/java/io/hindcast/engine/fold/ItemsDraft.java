package io.hindcast.engine.fold;

import io.hindcast.engine.state.Absent;
import io.hindcast.engine.state.Items;
import io.hindcast.engine.state.StateValue;
import java.util.ArrayList;
import java.util.function.Consumer;

/// Items being written. Taking one out of the middle is a write of the whole list, never of an item.
final class ItemsDraft extends Draft {
    private final ArrayList<Object> children;

    ItemsDraft(Draft parent, String step, Items items) {
        super(parent, step);
        children = new ArrayList<>(items.values());
    }

    @Override
    Object child(String step) {
        int index = index(step);
        return index >= 0 && index < children.size() ? children.get(index) : Absent.ABSENT;
    }

    @Override
    void put(String step, Object value) {
        int index = index(step);
        if (value == Absent.ABSENT) {
            children.remove(index);
        } else if (index < children.size()) {
            children.set(index, value);
        } else {
            children.add(value);
        }
    }

    @Override
    String canonical(String step) {
        int index = index(step);
        return Integer.toString(index < 0 ? children.size() : Math.min(index, children.size()));
    }

    @Override
    boolean takes(String step) {
        return step.equals("-") || index(step) >= 0;
    }

    @Override
    void forEachThawed(Consumer<Draft> visitor) {
        for (int i = 0; i < children.size(); i++) {
            if (children.get(i) instanceof Draft draft) {
                visitor.accept(draft);
            }
        }
    }

    @Override
    void noteThawed(Draft child) {
        // all of them are looked at anyhow
    }

    @Override
    StateValue value() {
        var values = new ArrayList<StateValue>(children.size());
        children.forEach(child -> values.add(settled(child)));
        return new Items(values);
    }

    @Override
    void rememberOrder() {
        // the end of a list is the only place where a row gains or loses an item
    }

    @Override
    void restoreOrder() {
        // nothing was remembered
    }

    @Override
    void forgetOrder() {
        // nothing was remembered
    }

    @Override
    void trim() {
        // nothing is kept
    }

    private static int index(String step) {
        if (step.isEmpty() || step.length() > 9) {
            return -1;
        }
        int index = 0;
        for (int i = 0; i < step.length(); i++) {
            char digit = step.charAt(i);
            if (digit < '0' || digit > '9') {
                return -1;
            }
            index = index * 10 + digit - '0';
        }
        return index;
    }
}
