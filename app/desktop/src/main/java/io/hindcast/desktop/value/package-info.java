/// Values as lines of exact text.
@NullMarked
package io.hindcast.desktop.value;

import org.jspecify.annotations.NullMarked;
