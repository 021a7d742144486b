@NullMarked
package io.hindcast.timestamp;

import org.jspecify.annotations.NullMarked;
