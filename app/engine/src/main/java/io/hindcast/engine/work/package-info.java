/// Long calls: progress, cancellation, and the rule that the newest question wins.
@NullMarked
package io.hindcast.engine.work;

import org.jspecify.annotations.NullMarked;
