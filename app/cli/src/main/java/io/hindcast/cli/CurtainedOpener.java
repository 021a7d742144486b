package io.hindcast.cli;

import io.hindcast.capsule.CapsuleMaker;
import io.hindcast.connector.Connector;
import io.hindcast.connector.Location;
import io.hindcast.connector.MappingGuess;
import io.hindcast.connector.OpenRequest;
import io.hindcast.engine.session.MappingTrial;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.session.StoreOpener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Opens stores behind the curtain: masks learn where a store keeps what they mean.
record CurtainedOpener(StoreOpener opener, Curtain curtain) implements StoreOpener {
    @Override
    public OpenStore open(OpenRequest request) {
        OpenStore store = opener.open(request);
        curtain.meet(store.source());
        return store;
    }

    @Override
    public List<Installed> connectors() {
        return opener.connectors();
    }

    @Override
    public Optional<Connector> connectorFor(Location location) {
        return opener.connectorFor(location);
    }

    @Override
    public List<MappingGuess> guessMappings(OpenRequest request) {
        return opener.guessMappings(request);
    }

    @Override
    public MappingTrial tryMapping(OpenRequest request, String text) throws IOException {
        return opener.tryMapping(request, text);
    }

    @Override
    public Optional<String> savedMapping(Location location) throws IOException {
        return opener.savedMapping(location);
    }

    @Override
    public Path saveMapping(Location location, String text) throws IOException {
        return opener.saveMapping(location, text);
    }

    @Override
    public Optional<CapsuleMaker> capsules() {
        return opener.capsules();
    }
}
