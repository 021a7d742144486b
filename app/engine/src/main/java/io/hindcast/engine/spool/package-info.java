/// A copy of all bodies of a store for the time that it is open, packed and found by the ordinals of the index.
@NullMarked
package io.hindcast.engine.spool;

import org.jspecify.annotations.NullMarked;
