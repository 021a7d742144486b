package io.hindcast.engine.fold.rules;

import io.hindcast.engine.fold.FoldFailure;
import io.hindcast.engine.fold.StateEditor;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateValue;

/// The state as seen from one item of it: every path starts there.
record ItemEditor(StateEditor state, FieldPath base) implements StateEditor {
    @Override
    public StateValue read(FieldPath path) {
        return state.read(base.child(path));
    }

    @Override
    public void set(FieldPath path, StateValue value) {
        state.set(base.child(path), value);
    }

    @Override
    public void add(FieldPath path, Num amount) throws FoldFailure {
        state.add(base.child(path), amount);
    }

    @Override
    public void append(FieldPath path, StateValue value) throws FoldFailure {
        state.append(base.child(path), value);
    }

    @Override
    public void remove(FieldPath path) {
        state.remove(base.child(path));
    }

    @Override
    public void inexact(FieldPath path) {
        state.inexact(base.child(path));
    }
}
