/// A real PostgreSQL for tests: started without installation, filled from plain dumps, thrown away at the end.
@NullMarked
package io.hindcast.connector.tck.postgresql;

import org.jspecify.annotations.NullMarked;
