/// How one kind of database is spoken to, and what its catalogue says.
@NullMarked
package io.hindcast.connector.jdbc.dialect;

import org.jspecify.annotations.NullMarked;
