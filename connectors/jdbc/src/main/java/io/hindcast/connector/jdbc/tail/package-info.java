/// How far a growing SQL store is complete: one small rule for each way in which systems number their events.
@NullMarked
package io.hindcast.connector.jdbc.tail;

import org.jspecify.annotations.NullMarked;
