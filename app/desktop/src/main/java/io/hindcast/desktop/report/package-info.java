/// The dialog that makes reports out of what is looked at.
@NullMarked
package io.hindcast.desktop.report;

import org.jspecify.annotations.NullMarked;
