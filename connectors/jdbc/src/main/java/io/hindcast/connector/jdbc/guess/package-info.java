/// Guesses what the columns of an unknown table mean, from names, types, keys and a few rows.
@NullMarked
package io.hindcast.connector.jdbc.guess;

import org.jspecify.annotations.NullMarked;
