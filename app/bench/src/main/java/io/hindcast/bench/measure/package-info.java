/// The stopwatch: contenders take turns, results are compared first, and what comes out is a table.
@NullMarked
package io.hindcast.bench.measure;

import org.jspecify.annotations.NullMarked;
