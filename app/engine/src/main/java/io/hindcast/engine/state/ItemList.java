package io.hindcast.engine.state;

import java.util.AbstractList;
import java.util.Iterator;
import java.util.List;
import java.util.RandomAccess;

/// A long list of values that shares structure with the lists it was made from. Never changes.
final class ItemList extends AbstractList<StateValue> implements RandomAccess {
    private final Sequence<StateValue> sequence;

    private ItemList(Sequence<StateValue> sequence) {
        this.sequence = sequence;
    }

    static ItemList of(List<StateValue> values) {
        return values instanceof ItemList list
                ? list
                : new ItemList(Sequence.of(values.toArray(new StateValue[0]), values.size()));
    }

    ItemList with(StateValue value) {
        return new ItemList(sequence.appended(value));
    }

    ItemList replaced(int index, StateValue value) {
        return new ItemList(sequence.replaced(index, value));
    }

    ItemList removed(int index) {
        return new ItemList(sequence.removed(index));
    }

    @Override
    public StateValue get(int index) {
        return sequence.at(index);
    }

    @Override
    public int size() {
        return sequence.size();
    }

    @Override
    public Iterator<StateValue> iterator() {
        return sequence.iterator();
    }
}
