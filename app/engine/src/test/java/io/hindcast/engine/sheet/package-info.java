@NullMarked
package io.hindcast.engine.sheet;

import org.jspecify.annotations.NullMarked;
