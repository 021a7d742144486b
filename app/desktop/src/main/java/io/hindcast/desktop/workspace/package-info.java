/// The dialog in which several stores are put together on one clock.
@NullMarked
package io.hindcast.desktop.workspace;

import org.jspecify.annotations.NullMarked;
