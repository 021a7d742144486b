/// A store as it was when somebody began to look: what is added while a report is made is not seen.
@NullMarked
package io.hindcast.audit.horizon;

import org.jspecify.annotations.NullMarked;
