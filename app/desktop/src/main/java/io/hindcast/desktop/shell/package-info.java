/// The window that puts the panels together, its actions and its keys.
@NullMarked
package io.hindcast.desktop.shell;

import org.jspecify.annotations.NullMarked;
