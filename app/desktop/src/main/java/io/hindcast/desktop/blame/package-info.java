/// The history of one field: which events changed it, from what to what, and its curve where it is a number.
@NullMarked
package io.hindcast.desktop.blame;

import org.jspecify.annotations.NullMarked;
