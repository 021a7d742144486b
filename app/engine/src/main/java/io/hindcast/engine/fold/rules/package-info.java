/// Fold rules: a small language in YAML that says, event type by event type, what happens to the state.
@NullMarked
package io.hindcast.engine.fold.rules;

import org.jspecify.annotations.NullMarked;
