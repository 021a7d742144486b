package io.hindcast.engine.session;

import io.hindcast.capsule.CapsuleMaker;
import io.hindcast.connector.Connector;
import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.Location;
import io.hindcast.connector.MappingGuess;
import io.hindcast.connector.OpenRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Opens stores: chooses the connector, opens the source, finds the fold. Safe for many threads.
public interface StoreOpener {
    /// What is installed, broken plug-ins included.
    List<Installed> connectors();

    /// The connector that claims the location most surely.
    Optional<Connector> connectorFor(Location location);

    /// @throws ConnectorException when no connector claims it or the store cannot be opened
    OpenStore open(OpenRequest request);

    /// What the tables of a store may mean that no known system wrote; the likeliest first.
    ///
    /// @throws ConnectorException when no connector claims the location or the store cannot be read
    default List<MappingGuess> guessMappings(OpenRequest request) {
        return List.of();
    }

    /// What a mapping would read.
    ///
    /// @throws IOException when no temporary file can be written
    default MappingTrial tryMapping(OpenRequest request, String text) throws IOException {
        throw new IOException("no mapping can be tried here");
    }

    /// The mapping that is kept for a location.
    ///
    /// @throws IOException when it cannot be read
    default Optional<String> savedMapping(Location location) throws IOException {
        return Optional.empty();
    }

    /// Keeps a mapping for a location; from then on the store opens by it where nothing else is said.
    ///
    /// @throws IOException when it cannot be kept
    default Path saveMapping(Location location, String text) throws IOException {
        throw new IOException("no mapping can be kept here");
    }

    /// What capsules are made with; absent where nothing installed can.
    default Optional<CapsuleMaker> capsules() {
        return Optional.empty();
    }

    /// One installed connector, or a plug-in that could not be loaded.
    sealed interface Installed {
        /// @param origin `built in` or the plug-in's folder name
        record Working(Connector connector, String origin) implements Installed {}

        record Broken(String origin, String reason) implements Installed {}
    }
}
