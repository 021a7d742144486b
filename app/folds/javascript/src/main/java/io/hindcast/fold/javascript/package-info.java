/// Folds written in JavaScript: projections in the style of KurrentDB and reducers copied from JavaScript systems, run
/// in a sandbox, with numbers that keep every digit.
@NullMarked
package io.hindcast.fold.javascript;

import org.jspecify.annotations.NullMarked;
