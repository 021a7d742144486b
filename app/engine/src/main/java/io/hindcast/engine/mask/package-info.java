/// Values that are not to be shown: rules that name them, and what stands in their place.
@NullMarked
package io.hindcast.engine.mask;

import org.jspecify.annotations.NullMarked;
