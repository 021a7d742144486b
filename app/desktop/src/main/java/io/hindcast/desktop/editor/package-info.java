/// Text that is written in the window: lines with numbers, coloured words, mistakes marked where they are.
@NullMarked
package io.hindcast.desktop.editor;

import org.jspecify.annotations.NullMarked;
