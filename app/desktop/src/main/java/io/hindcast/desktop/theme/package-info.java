/// Colours, fonts, icons and texts that every panel shares.
@NullMarked
package io.hindcast.desktop.theme;

import org.jspecify.annotations.NullMarked;
