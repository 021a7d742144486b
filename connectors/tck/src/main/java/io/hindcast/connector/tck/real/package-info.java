/// The stores in `sample-data/real`, written by the real systems, and what an independent generator knows of them.
@NullMarked
package io.hindcast.connector.tck.real;

import org.jspecify.annotations.NullMarked;
