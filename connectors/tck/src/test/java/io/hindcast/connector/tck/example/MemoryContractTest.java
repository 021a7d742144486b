package io.hindcast.connector.tck.example;

import io.hindcast.connector.Connector;
import io.hindcast.connector.Location;
import io.hindcast.connector.OpenRequest;
import io.hindcast.connector.tck.ConnectorContract;
import io.hindcast.connector.tck.DamagedStore;
import io.hindcast.connector.tck.KnownHistory;
import io.hindcast.connector.tck.TckHistory;
import java.util.Optional;
import java.util.Set;

final class MemoryContractTest extends ConnectorContract {
    @Override
    protected Connector connector() {
        return new MemoryConnector();
    }

    @Override
    protected OpenRequest request() {
        return OpenRequest.of(new Location("memory:journal"));
    }

    @Override
    protected KnownHistory history() {
        return KnownHistory.of(TckHistory.events(1));
    }

    @Override
    protected Optional<DamagedStore> damaged() {
        var request = OpenRequest.of(new Location("memory:damaged"));
        return Optional.of(new DamagedStore(request, history().events().size(), Set.of(11)));
    }
}
