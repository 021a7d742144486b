/// The copy of the bodies.
@NullMarked
package io.hindcast.engine.spool;

import org.jspecify.annotations.NullMarked;
