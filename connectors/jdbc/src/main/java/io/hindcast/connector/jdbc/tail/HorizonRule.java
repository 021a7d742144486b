package io.hindcast.connector.jdbc.tail;

import io.hindcast.connector.Tail.Certainty;
import java.util.OptionalLong;

/// How the horizon of a store is found. Stateless; safe for many threads.
public interface HorizonRule {
    Certainty certainty();

    /// For a person: a clause without a full stop.
    String how();

    /// @param settled a position that a finder of the same store found complete earlier; absent at the beginning
    HorizonFinder begin(OptionalLong settled);
}
