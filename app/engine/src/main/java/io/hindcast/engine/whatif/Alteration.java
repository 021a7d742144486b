package io.hindcast.engine.whatif;

import io.hindcast.engine.state.StateValue;

/// One thing that is supposed to be otherwise than it was recorded.
public sealed interface Alteration {
    EventPick pick();

    /// The event never happened.
    record Mute(EventPick pick) implements Alteration {}

    /// The event said something else.
    ///
    /// @param data the body in place of the recorded one
    record Replace(EventPick pick, StateValue data) implements Alteration {}
}
