package io.hindcast.engine.state;

/// One difference between two values.
///
/// @param path where
/// @param before the old value, [Absent] when the field is new
/// @param after the new value, [Absent] when the field is gone
public record Change(FieldPath path, StateValue before, StateValue after) {
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }

    public Kind kind() {
        if (!before.isPresent()) {
            return Kind.ADDED;
        }
        return after.isPresent() ? Kind.CHANGED : Kind.REMOVED;
    }
}
