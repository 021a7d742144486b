/// Bookmarks, notes, tick marks and findings: written, listed, and held against the store.
@NullMarked
package io.hindcast.desktop.marks;

import org.jspecify.annotations.NullMarked;
