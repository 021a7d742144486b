/// Reports as PDF/A-3 with the evidence attached.
@NullMarked
package io.hindcast.report.pdf;

import org.jspecify.annotations.NullMarked;
