package io.hindcast.engine.session;

import io.hindcast.connector.Connector;
import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.EventSource;
import io.hindcast.connector.Location;
import io.hindcast.connector.OpenRequest;
import io.hindcast.engine.payload.PayloadDecoder;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/// Opens stores with the connectors of a catalogue.
public final class CatalogueOpener implements StoreOpener {
    private final ConnectorCatalogue catalogue;
    private final PayloadDecoder decoder;
    private final FoldFinder folds;

    public CatalogueOpener(ConnectorCatalogue catalogue, PayloadDecoder decoder, FoldFinder folds) {
        this.catalogue = catalogue;
        this.decoder = decoder;
        this.folds = folds;
    }

    @Override
    public List<Installed> connectors() {
        return catalogue.installed();
    }

    @Override
    public Optional<Connector> connectorFor(Location location) {
        return catalogue.connectorFor(location);
    }

    @Override
    public OpenStore open(OpenRequest request) {
        Location location = request.location();
        Connector connector = connectorFor(location).orElseThrow(() -> unclaimed(location));
        EventSource source = connector.open(request);
        return new IndexedStore(location.text(), source, decoder, folds.find(location, source));
    }

    private static ConnectorException unclaimed(Location location) {
        if (location.path().isPresent() && !Files.exists(location.path().get())) {
            return new ConnectorException(
                    ConnectorException.Kind.NOT_FOUND, "There is no file or folder " + location.text() + ".");
        }
        if (location.path().filter(Files::isDirectory).isPresent()) {
            return new ConnectorException(
                    ConnectorException.Kind.NOT_AN_EVENT_STORE,
                    "The folder " + location.text() + " holds no file that an installed connector can read.");
        }
        return new ConnectorException(
                ConnectorException.Kind.NOT_AN_EVENT_STORE,
                "No installed connector knows what to do with " + shown(location) + ".");
    }

    private static String shown(Location location) {
        return location.scheme().map(scheme -> scheme + ": URLs").orElse(location.text());
    }
}
