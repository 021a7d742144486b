/// Searching all events: for text in what they say, and for moments at which a condition over the folded state became
/// true. Linear and exact, with coverage, cancelling and resuming.
@NullMarked
package io.hindcast.engine.find;

import org.jspecify.annotations.NullMarked;
