package io.hindcast.engine.fold.rules;

import io.hindcast.engine.fold.FoldFailure;
import io.hindcast.engine.fold.StateEditor;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateValue;
import java.util.ArrayList;

/// The state as seen from one item of it: every path starts there.
record ItemEditor(StateEditor state, FieldPath base) implements StateEditor {
    @Override
    public StateValue read(FieldPath path) {
        return state.read(below(path));
    }

    @Override
    public void set(FieldPath path, StateValue value) {
        state.set(below(path), value);
    }

    @Override
    public void add(FieldPath path, Num amount) throws FoldFailure {
        state.add(below(path), amount);
    }

    @Override
    public void append(FieldPath path, StateValue value) throws FoldFailure {
        state.append(below(path), value);
    }

    @Override
    public void remove(FieldPath path) {
        state.remove(below(path));
    }

    @Override
    public void inexact(FieldPath path) {
        state.inexact(below(path));
    }

    private FieldPath below(FieldPath path) {
        var steps = new ArrayList<>(base.steps());
        steps.addAll(path.steps());
        return new FieldPath(steps);
    }
}
