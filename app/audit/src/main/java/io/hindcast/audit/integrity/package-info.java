/// Whether what a store holds hangs together: gaps, doubles, clocks that go back, bodies that cannot be read.
@NullMarked
package io.hindcast.audit.integrity;

import org.jspecify.annotations.NullMarked;
