/// Folds that come compiled in a jar: providers, Axon aggregates, and plain classes, each jar in a class loader of its own.
@NullMarked
package io.hindcast.fold.compiled;

import org.jspecify.annotations.NullMarked;
