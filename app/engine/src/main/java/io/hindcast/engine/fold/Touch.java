package io.hindcast.engine.fold;

import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.StateValue;

/// A place that the current event has written, and what was there before the event.
///
/// @param path where, from the root of the state
/// @param owner the container that was written
/// @param step which of its children
/// @param before what was there, [io.hindcast.engine.state.Absent] when nothing was
record Touch(FieldPath path, Draft owner, String step, StateValue before) {}
