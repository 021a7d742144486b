/// Opens SQLite files for reading only.
@NullMarked
package io.hindcast.connector.sqlite;

import org.jspecify.annotations.NullMarked;
