/// Choosing the fold that makes states: from a file, or proposed from what the store holds.
@NullMarked
package io.hindcast.desktop.fold;

import org.jspecify.annotations.NullMarked;
