/// Writing what a pane shows to a workbook.
@NullMarked
package io.hindcast.desktop.export;

import org.jspecify.annotations.NullMarked;
