package io.hindcast.engine.state;

/// JSON null: the field is there and says nothing.
public enum Null implements StateValue {
    NULL
}
