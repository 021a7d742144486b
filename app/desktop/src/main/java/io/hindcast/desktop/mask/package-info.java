/// Rules for what is not to be shown, and lifting them with a reason that is put down.
@NullMarked
package io.hindcast.desktop.mask;

import org.jspecify.annotations.NullMarked;
