/// How a capsule is made: one new file with the streams under review. Apart from the SPI of reading, which has no method
/// that writes: nothing here takes a store.
@NullMarked
package io.hindcast.capsule;

import org.jspecify.annotations.NullMarked;
