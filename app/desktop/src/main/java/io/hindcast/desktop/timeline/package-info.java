/// The timeline: lanes of events painted from a pyramid, with overview, axis and playhead.
@NullMarked
package io.hindcast.desktop.timeline;

import org.jspecify.annotations.NullMarked;
