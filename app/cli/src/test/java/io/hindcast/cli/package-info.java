/// Verbs against a store in memory.
@NullMarked
package io.hindcast.cli;

import org.jspecify.annotations.NullMarked;
