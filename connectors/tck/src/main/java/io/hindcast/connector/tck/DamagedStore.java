package io.hindcast.connector.tck;

import io.hindcast.connector.OpenRequest;
import java.util.Set;

/// A store in which some rows cannot be read as they should be.
///
/// @param request opens it
/// @param events how many events it gives, damaged ones included
/// @param troubled which of them, counted from 0 in the order of the store, carry a trouble; no others may
public record DamagedStore(OpenRequest request, int events, Set<Integer> troubled) {
    public DamagedStore {
        troubled = Set.copyOf(troubled);
    }
}
