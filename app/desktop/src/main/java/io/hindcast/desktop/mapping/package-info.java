/// The dialog in which a person says what the columns of an unknown table mean.
@NullMarked
package io.hindcast.desktop.mapping;

import org.jspecify.annotations.NullMarked;
