/// One history in the tables of every known system: all of them have to tell the same story.
@NullMarked
package io.hindcast.house.story;

import org.jspecify.annotations.NullMarked;
