/// Opens H2 database files for reading only.
@NullMarked
package io.hindcast.connector.h2;

import org.jspecify.annotations.NullMarked;
