/// Questions asked on the screen's thread, answered elsewhere, shown on the screen's thread.
@NullMarked
package io.hindcast.desktop.work;

import org.jspecify.annotations.NullMarked;
