/// Whether the store hangs together: the checks, their findings page by page, and the way to each.
@NullMarked
package io.hindcast.desktop.integrity;

import org.jspecify.annotations.NullMarked;
