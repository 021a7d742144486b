/// Tests of events and their pages.
@NullMarked
package io.hindcast.event;

import org.jspecify.annotations.NullMarked;
