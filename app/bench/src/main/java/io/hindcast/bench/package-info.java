/// Measures Hindcast beside the limits of the same machine in the same run, and writes the page with the figures.
@NullMarked
package io.hindcast.bench;

import org.jspecify.annotations.NullMarked;
