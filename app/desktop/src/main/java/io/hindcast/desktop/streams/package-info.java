/// The list of streams by category.
@NullMarked
package io.hindcast.desktop.streams;

import org.jspecify.annotations.NullMarked;
