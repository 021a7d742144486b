/// One stream, folded to any moment.
@NullMarked
package io.hindcast.engine.replay;

import org.jspecify.annotations.NullMarked;
