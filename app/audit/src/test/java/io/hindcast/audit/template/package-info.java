@NullMarked
package io.hindcast.audit.template;

import org.jspecify.annotations.NullMarked;
