package io.hindcast.engine.fold.rules;

import io.hindcast.engine.fold.StateEditor;
import io.hindcast.engine.state.Absent;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateValue;

/// Stands where a value is read and there is no state yet.
enum NoState implements StateEditor {
    HERE;

    @Override
    public StateValue read(FieldPath path) {
        return Absent.ABSENT;
    }

    @Override
    public void set(FieldPath path, StateValue value) {
        throw new IllegalStateException("nothing is written before there is a state");
    }

    @Override
    public void add(FieldPath path, Num amount) {
        set(path, amount);
    }

    @Override
    public void append(FieldPath path, StateValue value) {
        set(path, value);
    }

    @Override
    public void remove(FieldPath path) {
        set(path, Absent.ABSENT);
    }
}
