/// What every event changed in a state, kept so that any state can be reached from either side, and any field followed.
@NullMarked
package io.hindcast.engine.changelog;

import org.jspecify.annotations.NullMarked;
