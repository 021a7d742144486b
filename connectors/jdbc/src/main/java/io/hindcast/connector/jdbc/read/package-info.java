/// Pages of events and snapshots out of one open store, by key and never by offset.
@NullMarked
package io.hindcast.connector.jdbc.read;

import org.jspecify.annotations.NullMarked;
