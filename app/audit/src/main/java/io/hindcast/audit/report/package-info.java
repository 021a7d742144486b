/// A report as a value: what it says, in sections, with tables of any length; and the formats that write it.
@NullMarked
package io.hindcast.audit.report;

import org.jspecify.annotations.NullMarked;
