/// Reads event stores that live in PostgreSQL: typed addresses, a read-only session that proves itself, and binary
/// bulk reading page by page.
@NullMarked
package io.hindcast.connector.postgresql;

import org.jspecify.annotations.NullMarked;
