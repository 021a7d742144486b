/// How marks look and what they are called, the same in every pane that shows them.
@NullMarked
package io.hindcast.desktop.sign;

import org.jspecify.annotations.NullMarked;
