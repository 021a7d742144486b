/// What a layout file says: how a system is recognised, and which columns mean stream, version, position, type and
/// time.
@NullMarked
package io.hindcast.connector.jdbc.layout;

import org.jspecify.annotations.NullMarked;
