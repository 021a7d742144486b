package io.hindcast.engine.state;

/// Nothing: no such field.
public enum Absent implements StateValue {
    ABSENT
}
