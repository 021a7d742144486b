/// Whether the words of a fold occur in a store, and the types of the store in the fold.
@NullMarked
package io.hindcast.engine.wording;

import org.jspecify.annotations.NullMarked;
