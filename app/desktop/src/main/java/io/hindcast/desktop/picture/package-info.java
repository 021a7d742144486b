/// Pictures of windows and panes, written as files.
@NullMarked
package io.hindcast.desktop.picture;

import org.jspecify.annotations.NullMarked;
