/// Reads events out of SQL stores: a dialect says how a database is spoken to, a layout says which columns mean what.
@NullMarked
package io.hindcast.connector.jdbc;

import org.jspecify.annotations.NullMarked;
