/// Pixels painted by hand where nodes would be too many.
@NullMarked
package io.hindcast.desktop.paint;

import org.jspecify.annotations.NullMarked;
