/// A store in memory that holds whatever a test wants, sound or not.
@NullMarked
package io.hindcast.audit.fake;

import org.jspecify.annotations.NullMarked;
