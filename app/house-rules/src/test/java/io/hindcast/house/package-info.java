/// What holds for the house as a whole.
@NullMarked
package io.hindcast.house;

import org.jspecify.annotations.NullMarked;
