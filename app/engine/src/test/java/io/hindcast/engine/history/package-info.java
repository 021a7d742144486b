/// Small histories in memory that tests read instead of a store.
@NullMarked
package io.hindcast.engine.history;

import org.jspecify.annotations.NullMarked;
