package io.hindcast.fold.javascript;

import io.hindcast.engine.state.StateValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What `{ ...object, name: value }` makes of an object that is read when it is looked at: nothing is copied, and only what
/// is new has to be written to the state.
final class CopyObject extends LazyObject {
    private final LazyObject root;

    CopyObject(LazyObject of) {
        super(of);
        this.root = of instanceof CopyObject copy ? copy.root : of;
        root.copied();
    }

    /// The object that all this is a copy of, maybe by way of other copies.
    LazyObject root() {
        return root;
    }

    @Override
    @Nullable Object source(String name) {
        return root.source(name);
    }

    @Override
    List<String> sourceNames() {
        return root.sourceNames();
    }

    @Override
    boolean sourceHas(String name) {
        return root.sourceHas(name);
    }

    @Override
    StateValue base() {
        return root.base();
    }
}
