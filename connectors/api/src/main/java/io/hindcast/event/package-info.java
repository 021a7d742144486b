/// The vocabulary that every connector speaks: events, positions, bookmarks, snapshots, and bytes left undecoded.
@NullMarked
package io.hindcast.event;

import org.jspecify.annotations.NullMarked;
