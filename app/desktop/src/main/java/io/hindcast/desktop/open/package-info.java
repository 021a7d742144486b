/// The dialog that opens a store, and the stores opened before.
@NullMarked
package io.hindcast.desktop.open;

import org.jspecify.annotations.NullMarked;
