/// Two moments side by side, and stored snapshots against the replay.
@NullMarked
package io.hindcast.desktop.compare;

import org.jspecify.annotations.NullMarked;
