package io.hindcast.engine.session;

import io.hindcast.connector.Connector;
import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.EventSource;
import io.hindcast.connector.Location;
import io.hindcast.connector.OpenRequest;
import io.hindcast.connector.Recognition;
import io.hindcast.connector.Setting;
import java.util.List;

/// A plug-in for tests. Its name says whether it can see the program around it.
public final class PigeonConnector implements Connector {
    @Override
    public String id() {
        return "pigeon";
    }

    @Override
    public String displayName() {
        try {
            Class.forName("io.hindcast.engine.session.OpenStore");
            return "the program is in sight";
        } catch (ClassNotFoundException _) {
            return "the program is hidden";
        }
    }

    @Override
    public List<Setting> settings() {
        return List.of();
    }

    @Override
    public Recognition recognises(Location location) {
        return Recognition.NO;
    }

    @Override
    public EventSource open(OpenRequest request) {
        throw new ConnectorException(ConnectorException.Kind.UNSUPPORTED, "Pigeons carry no events.");
    }
}
