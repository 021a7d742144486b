/// Many streams at once: the states of a category at a moment with their totals, and the roll-forward between two
/// moments, each from one pass over the events.
@NullMarked
package io.hindcast.engine.population;

import org.jspecify.annotations.NullMarked;
