/// Proposed folds: rules inferred from events and stored snapshots, and tested against every one of these snapshots.
@NullMarked
package io.hindcast.engine.fold.propose;

import org.jspecify.annotations.NullMarked;
