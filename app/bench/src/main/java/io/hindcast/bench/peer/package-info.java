/// Other libraries that load and fold an aggregate, each on a table of its own that it can read, and Hindcast on those
/// same tables.
@NullMarked
package io.hindcast.bench.peer;

import org.jspecify.annotations.NullMarked;
