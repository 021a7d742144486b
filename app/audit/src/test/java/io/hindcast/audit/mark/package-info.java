@NullMarked
package io.hindcast.audit.mark;

import org.jspecify.annotations.NullMarked;
