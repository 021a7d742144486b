package io.hindcast.sample;

import io.hindcast.connector.Connector;
import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.EventSource;
import io.hindcast.connector.Location;
import io.hindcast.connector.OpenRequest;
import io.hindcast.connector.Recognition;
import io.hindcast.connector.Setting;
import io.hindcast.connector.h2.H2Connector;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Opens the bundled sample: `sample:ledger`, or `sample:ledger?events=1000000&seed=7` for another length or another
/// history of that length. The store is made when it is first opened, kept in a cache folder, and read by the H2
/// connector like any other.
public final class SampleConnector implements Connector {
    static final String ID = "sample";

    private final Connector h2;
    private final SampleStores stores;

    /// With the H2 connector and the cache folder of the user.
    public SampleConnector() {
        this(new H2Connector(), SampleStores.ofUser(System.getProperties(), System.getenv()));
    }

    SampleConnector(Connector h2, SampleStores stores) {
        this.h2 = h2;
        this.stores = stores;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String displayName() {
        return "Bundled sample";
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                number(SampleLocation.EVENTS, "Number of events", HistorySize.USUAL.events()),
                number(SampleLocation.SEED, "Seed", HistorySize.USUAL.seed()));
    }

    @Override
    public Recognition recognises(Location location) {
        return location.scheme().equals(Optional.of(ID)) ? Recognition.CERTAIN : Recognition.NO;
    }

    /// @throws ConnectorException when there is no such sample, or it cannot be written or read
    @Override
    public EventSource open(OpenRequest request) {
        var file = stores.fileOf(SampleLocation.sizeIn(request));
        var location = new Location(file.toString());
        return new SampleSource(h2.open(new OpenRequest(location, Map.of("user", LedgerStore.USER), Optional::empty)));
    }

    private static Setting number(String name, String label, long preset) {
        return new Setting(name, label, Setting.Kind.NUMBER, List.of(), Long.toString(preset));
    }
}
