/// The workspace's own log: what people did with a store, line by line, in a file that is only ever added to.
///
/// Any part of the program writes its own kinds of entries into it; nothing of a store is ever written.
@NullMarked
package io.hindcast.audit.journal;

import org.jspecify.annotations.NullMarked;
