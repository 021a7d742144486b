package io.hindcast.engine.fold.propose;

import io.hindcast.engine.state.StateValue;

/// What one event type does to one field.
sealed interface Effect {
    String type();

    /// Puts the value at a path of the body.
    ///
    /// @param asNumber whether text has to be read as a number
    record Takes(String type, String path, boolean asNumber) implements Effect {}

    /// Puts a constant.
    record Becomes(String type, StateValue constant) implements Effect {}

    /// Adds or takes away the number at a path.
    ///
    /// @param always whether every event of the type has that number
    record Moves(String type, String path, boolean up, boolean always) implements Effect {}

    /// One more, or one less.
    record Counts(String type, boolean up) implements Effect {}
}
