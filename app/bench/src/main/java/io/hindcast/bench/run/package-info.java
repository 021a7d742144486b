/// What is measured: reading, indexing, folding, seeking, the timeline, and the start.
@NullMarked
package io.hindcast.bench.run;

import org.jspecify.annotations.NullMarked;
