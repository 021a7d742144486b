package io.hindcast.engine.state;

import java.util.AbstractList;
import java.util.Iterator;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A list that is read when it is first looked at, for [Items]. Never changes; safe for many threads.
public final class LazyItems extends AbstractList<StateValue> implements RandomAccess {
    private final int size;
    private final Supplier<List<StateValue>> source;
    private volatile @Nullable List<StateValue> values;

    /// @param source gives as many values as `size`, the same whenever it is asked
    public LazyItems(int size, Supplier<List<StateValue>> source) {
        this.size = size;
        this.source = source;
    }

    private List<StateValue> values() {
        List<StateValue> known = values;
        if (known == null) {
            known = List.copyOf(source.get());
            values = known;
        }
        return known;
    }

    @Override
    public StateValue get(int index) {
        return values().get(index);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Iterator<StateValue> iterator() {
        return values().iterator();
    }
}
