/// One seeded history in every kind of store, and the bare loops that read it without Hindcast.
@NullMarked
package io.hindcast.bench.data;

import org.jspecify.annotations.NullMarked;
