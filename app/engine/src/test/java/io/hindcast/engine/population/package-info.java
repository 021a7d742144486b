@NullMarked
package io.hindcast.engine.population;

import org.jspecify.annotations.NullMarked;
