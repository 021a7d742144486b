/// Events between two clocks: when they were recorded and when they hold in the world.
@NullMarked
package io.hindcast.engine.clocks;

import org.jspecify.annotations.NullMarked;
