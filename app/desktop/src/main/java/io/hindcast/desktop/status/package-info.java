/// The bar that says which store is open, that it is read-only, and what is going on.
@NullMarked
package io.hindcast.desktop.status;

import org.jspecify.annotations.NullMarked;
