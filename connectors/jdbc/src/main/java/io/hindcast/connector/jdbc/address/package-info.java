/// Addresses of database servers, taken apart and checked before any driver sees them, and the password that goes with them.
@NullMarked
package io.hindcast.connector.jdbc.address;

import org.jspecify.annotations.NullMarked;
