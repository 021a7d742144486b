/// The contract of every connector, as tests that a connector module inherits.
@NullMarked
package io.hindcast.connector.tck;

import org.jspecify.annotations.NullMarked;
