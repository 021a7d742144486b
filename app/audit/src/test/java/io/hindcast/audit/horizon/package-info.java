@NullMarked
package io.hindcast.audit.horizon;

import org.jspecify.annotations.NullMarked;
