package io.hindcast.fold.javascript;

import io.hindcast.engine.state.Items;
import org.mozilla.javascript.NativeArray;

/// Items of a state as an array of a script, which remembers what it was made from.
@SuppressWarnings("serial")
final class StateList extends NativeArray {
    private static final long serialVersionUID = 1L;

    private final transient Items items;
    private final transient Object[] before;

    StateList(Object[] elements, Items items) {
        super(elements.clone());
        this.items = items;
        this.before = elements;
    }

    Items items() {
        return items;
    }

    boolean isAsItWas() {
        if (getLength() != before.length) {
            return false;
        }
        for (int i = 0; i < before.length; i++) {
            if (!isAsItWas(i)) {
                return false;
            }
        }
        return true;
    }

    /// Whether an item is the one it was made with, and was not written to.
    @SuppressWarnings("ReferenceEquality") // the very one: its like is another item
    boolean isAsItWas(int index) {
        Object now = get(index, this);
        Object then = index < before.length ? before[index] : NOT_FOUND;
        return now == then
                && switch (now) {
                    case LazyObject object -> object.isUntouched();
                    case StateList list -> list.isAsItWas();
                    case null, default -> true;
                };
    }
}
