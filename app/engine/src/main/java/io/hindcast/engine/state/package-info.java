/// The one value of payloads, states and differences: immutable, exact, sharing structure.
@NullMarked
package io.hindcast.engine.state;

import org.jspecify.annotations.NullMarked;
