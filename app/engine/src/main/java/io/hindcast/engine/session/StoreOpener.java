package io.hindcast.engine.session;

import io.hindcast.connector.Connector;
import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.Location;
import io.hindcast.connector.OpenRequest;
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

    /// One installed connector, or a plug-in that could not be loaded.
    sealed interface Installed {
        /// @param origin `built in` or the plug-in's folder name
        record Working(Connector connector, String origin) implements Installed {}

        record Broken(String origin, String reason) implements Installed {}
    }
}
