/// All aggregates of a category at a moment, as a table with totals.
@NullMarked
package io.hindcast.desktop.states;

import org.jspecify.annotations.NullMarked;
