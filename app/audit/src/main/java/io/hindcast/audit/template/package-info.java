/// The kinds of reports: each asks the store one question and tells the answer as a report.
@NullMarked
package io.hindcast.audit.template;

import org.jspecify.annotations.NullMarked;
