@NullMarked
package io.hindcast.connector.jdbc.read;

import org.jspecify.annotations.NullMarked;
