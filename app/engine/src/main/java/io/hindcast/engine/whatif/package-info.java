/// What if: events left out or with another body, and the state that would follow. Nothing is ever stored.
@NullMarked
package io.hindcast.engine.whatif;

import org.jspecify.annotations.NullMarked;
