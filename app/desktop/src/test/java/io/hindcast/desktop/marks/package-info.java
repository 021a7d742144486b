@NullMarked
package io.hindcast.desktop.marks;

import org.jspecify.annotations.NullMarked;
