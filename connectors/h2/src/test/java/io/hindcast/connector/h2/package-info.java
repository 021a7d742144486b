/// Tests of the H2 connector.
@NullMarked
package io.hindcast.connector.h2;

import org.jspecify.annotations.NullMarked;
