@NullMarked
package io.hindcast.audit.report;

import org.jspecify.annotations.NullMarked;
