/// Stored snapshots against the replay, at exactly the version each stands for.
@NullMarked
package io.hindcast.audit.verify;

import org.jspecify.annotations.NullMarked;
