@NullMarked
package io.hindcast.engine.find;

import org.jspecify.annotations.NullMarked;
