/// Reads event stores that live in MariaDB or MySQL: typed addresses, a read-only session that proves itself, and pages by
/// key.
@NullMarked
package io.hindcast.connector.mariadb;

import org.jspecify.annotations.NullMarked;
