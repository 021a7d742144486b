package io.hindcast.engine.replay;

import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.FieldPath;

/// One event's change of one field of the state.
///
/// @param index the event, a 0-based place in the stream
/// @param path the deepest thing that changed, in the newer state; of what was taken away, in the older one
/// @param before the old value, [io.hindcast.engine.state.Absent] when the field is new
/// @param after the new value, [io.hindcast.engine.state.Absent] when the field is gone
public record FieldChange(int index, FieldPath path, StateValue before, StateValue after) {}
