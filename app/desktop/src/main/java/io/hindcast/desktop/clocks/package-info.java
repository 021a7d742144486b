/// Two clocks: when events were recorded and when they hold, as controls, as a map and as a list of late events.
@NullMarked
package io.hindcast.desktop.clocks;

import org.jspecify.annotations.NullMarked;
