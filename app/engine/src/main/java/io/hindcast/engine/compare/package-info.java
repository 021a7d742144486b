/// Two folds over the same events: where their states part first, and in which fields.
@NullMarked
package io.hindcast.engine.compare;

import org.jspecify.annotations.NullMarked;
