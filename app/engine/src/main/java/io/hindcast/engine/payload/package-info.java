/// From undecoded bytes to state values, by the shape a store declares. Nothing is ever bound to classes.
@NullMarked
package io.hindcast.engine.payload;

import org.jspecify.annotations.NullMarked;
