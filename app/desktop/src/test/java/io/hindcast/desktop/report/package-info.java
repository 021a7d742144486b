@NullMarked
package io.hindcast.desktop.report;

import org.jspecify.annotations.NullMarked;
