package io.hindcast.connector;

import java.util.List;

/// Opens one kind of store. Found by [java.util.ServiceLoader]; stateless; safe for many threads.
public interface Connector {
    /// Short, stable, lower case: `h2`, `postgresql`, `files`.
    String id();

    /// For people: `PostgreSQL`.
    String displayName();

    /// What a person may set beside the location, in the order to show it.
    List<Setting> settings();

    /// Whether this connector is the one for a location. Looks at the text and at most at the first bytes of a file;
    /// never at the network, and never fails.
    Recognition recognises(Location location);

    /// Opens the store for reading and finds out which system wrote it.
    ///
    /// @throws ConnectorException when it cannot be opened or is no event store
    EventSource open(OpenRequest request);

    /// What the tables of a store may mean that no known system wrote, or the fields of a file; the likeliest first.
    /// Looks at the catalogue and at a few rows. Empty where nothing can be mapped.
    ///
    /// @throws ConnectorException when the store cannot be opened
    default List<MappingGuess> guessMappings(OpenRequest request) {
        return List.of();
    }
}
