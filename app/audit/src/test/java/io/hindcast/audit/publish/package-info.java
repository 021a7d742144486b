@NullMarked
package io.hindcast.audit.publish;

import org.jspecify.annotations.NullMarked;
