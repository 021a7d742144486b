/// From events to state: the fold contract, the editor folds write with, and the merge fold that needs no configuration.
@NullMarked
package io.hindcast.engine.fold;

import org.jspecify.annotations.NullMarked;
