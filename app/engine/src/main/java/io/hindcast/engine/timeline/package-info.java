/// What the timeline paints: buckets per lane and level, never single events of a crowd.
@NullMarked
package io.hindcast.engine.timeline;

import org.jspecify.annotations.NullMarked;
