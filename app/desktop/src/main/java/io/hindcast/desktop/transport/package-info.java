/// Stepping, scrubbing and playing over the focused stream.
@NullMarked
package io.hindcast.desktop.transport;

import org.jspecify.annotations.NullMarked;
