/// Tests of the sample history: its laws, its defects, its store.
@NullMarked
package io.hindcast.sample;

import org.jspecify.annotations.NullMarked;
