@NullMarked
package io.hindcast.engine.workspace;

import org.jspecify.annotations.NullMarked;
