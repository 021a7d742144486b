@NullMarked
package io.hindcast.connector.jdbc.tail;

import org.jspecify.annotations.NullMarked;
