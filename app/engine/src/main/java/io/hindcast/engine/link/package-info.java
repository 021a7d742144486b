/// What is looked at in a store, as one value, and its text: a link.
@NullMarked
package io.hindcast.engine.link;

import org.jspecify.annotations.NullMarked;
