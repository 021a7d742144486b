@NullMarked
package io.hindcast.audit.journal;

import org.jspecify.annotations.NullMarked;
