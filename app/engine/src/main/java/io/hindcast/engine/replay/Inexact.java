package io.hindcast.engine.replay;

import io.hindcast.engine.state.FieldPath;

/// A field whose value a fold computed with binary numbers: digits of an amount may be lost in it from there on.
///
/// @param field what was written
/// @param index place of the first such event in the stream's history, 0-based
/// @param version that event's version, or -1 when it has none
public record Inexact(FieldPath field, int index, long version, String type) {}
