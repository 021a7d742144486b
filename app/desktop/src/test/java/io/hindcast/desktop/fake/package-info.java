/// Stores and histories in memory, for tests.
@NullMarked
package io.hindcast.desktop.fake;

import org.jspecify.annotations.NullMarked;
