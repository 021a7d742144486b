/// An aggregate as an Axon programmer writes it.
@NullMarked
package io.hindcast.bench.peer.axon;

import org.jspecify.annotations.NullMarked;
