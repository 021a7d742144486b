/// What all database servers for tests have in common: programs that are unpacked once, a process that never outlives the
/// test.
@NullMarked
package io.hindcast.connector.tck.server;

import org.jspecify.annotations.NullMarked;
