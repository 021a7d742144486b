/// Supposing that events were otherwise than recorded, and saying so loudly.
@NullMarked
package io.hindcast.desktop.whatif;

import org.jspecify.annotations.NullMarked;
