@NullMarked
package io.hindcast.report.pdf;

import org.jspecify.annotations.NullMarked;
