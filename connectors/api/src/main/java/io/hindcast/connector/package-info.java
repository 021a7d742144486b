/// The promise between Hindcast and a store: a [io.hindcast.connector.Connector] opens it, an
/// [io.hindcast.connector.EventSource] reads it. Nothing here can write.
@NullMarked
package io.hindcast.connector;

import org.jspecify.annotations.NullMarked;
