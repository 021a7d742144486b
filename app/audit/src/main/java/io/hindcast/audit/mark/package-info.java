/// Marks: what people write beside the events of a store, kept outside of it and bound to the hashes of what it stands
/// beside. A mark whose event is no longer what it was says so.
@NullMarked
package io.hindcast.audit.mark;

import org.jspecify.annotations.NullMarked;
