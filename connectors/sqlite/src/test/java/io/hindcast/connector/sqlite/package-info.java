/// Tests of the SQLite connector.
@NullMarked
package io.hindcast.connector.sqlite;

import org.jspecify.annotations.NullMarked;
