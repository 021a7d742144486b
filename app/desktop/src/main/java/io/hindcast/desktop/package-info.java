/// The window: its entry point and what may be asked of it.
@NullMarked
package io.hindcast.desktop;

import org.jspecify.annotations.NullMarked;
