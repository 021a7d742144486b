package io.hindcast.desktop.focus;

import io.hindcast.engine.state.Change;
import io.hindcast.engine.state.FieldPath;

/// A change as it may be shown. What changed is told as changed, even where both sides now look the same.
public record ShownChange(FieldPath path, Change.Kind kind, Shown before, Shown after) {}
