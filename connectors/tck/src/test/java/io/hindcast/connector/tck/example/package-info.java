/// The example of the tutorial in `connectors/README.md`: a complete connector to events in memory.
@NullMarked
package io.hindcast.connector.tck.example;

import org.jspecify.annotations.NullMarked;
