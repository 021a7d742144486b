/// A MariaDB server for tests, out of binaries that come as a Maven dependency.
@NullMarked
package io.hindcast.connector.tck.mariadb;

import org.jspecify.annotations.NullMarked;
