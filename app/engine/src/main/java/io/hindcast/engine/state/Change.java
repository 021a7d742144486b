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

    /// The same change, told from further above.
    ///
    /// @param container where the value lies that this is a change of
    public Change below(FieldPath container) {
        return container.isRoot() ? this : new Change(container.child(path), before, after);
    }

    public Kind kind() {
        if (!before.isPresent()) {
            return Kind.ADDED;
        }
        return after.isPresent() ? Kind.CHANGED : Kind.REMOVED;
    }
}
