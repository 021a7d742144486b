/// Opening, movements and closing of a field between two moments.
@NullMarked
package io.hindcast.desktop.rollforward;

import org.jspecify.annotations.NullMarked;
