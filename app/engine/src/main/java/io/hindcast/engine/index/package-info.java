/// Headers of all events as columns, usable from the first page on.
@NullMarked
package io.hindcast.engine.index;

import org.jspecify.annotations.NullMarked;
