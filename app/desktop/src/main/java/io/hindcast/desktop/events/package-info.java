/// The table of the focused stream's events.
@NullMarked
package io.hindcast.desktop.events;

import org.jspecify.annotations.NullMarked;
