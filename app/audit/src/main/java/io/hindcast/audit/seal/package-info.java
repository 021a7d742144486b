/// Seals: hashes over the history of a store, by which somebody can prove later that it was not changed.
///
/// What is hashed and how stands in decision 0030.
@NullMarked
package io.hindcast.audit.seal;

import org.jspecify.annotations.NullMarked;
