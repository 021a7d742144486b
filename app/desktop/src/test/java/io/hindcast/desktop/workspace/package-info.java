@NullMarked
package io.hindcast.desktop.workspace;

import org.jspecify.annotations.NullMarked;
