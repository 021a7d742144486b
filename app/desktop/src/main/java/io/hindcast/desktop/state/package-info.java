/// The state after the focused event, as a tree with the changed fields marked.
@NullMarked
package io.hindcast.desktop.state;

import org.jspecify.annotations.NullMarked;
