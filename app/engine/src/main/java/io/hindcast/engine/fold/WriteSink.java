package io.hindcast.engine.fold;

import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.StateValue;

/// Is told what an event wrote, when it is closed.
public interface WriteSink {
    /// One place that the event wrote, told once however often it was written. Places do not lie within one another; an item
    /// of a list that is new is told after those before it.
    ///
    /// @param before what was there before the event, [io.hindcast.engine.state.Absent] when nothing was
    /// @param after what is there now, never equal to `before`
    void wrote(FieldPath path, StateValue before, StateValue after);
}
