/// The only place that knows the whole house: puts the parts together and starts them.
@NullMarked
package io.hindcast;

import org.jspecify.annotations.NullMarked;
