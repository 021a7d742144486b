/// Several stores looked at as one, on one clock.
@NullMarked
package io.hindcast.engine.workspace;

import org.jspecify.annotations.NullMarked;
