/// Searching all events, for a condition over the state or for text.
@NullMarked
package io.hindcast.desktop.find;

import org.jspecify.annotations.NullMarked;
