package io.hindcast.connector.sqlite;

import io.hindcast.connector.Connector;
import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.ConnectorException.Kind;
import io.hindcast.connector.EventSource;
import io.hindcast.connector.Location;
import io.hindcast.connector.OpenRequest;
import io.hindcast.connector.Recognition;
import io.hindcast.connector.Setting;
import java.nio.file.Path;
import java.util.List;

/// Opens capsules, whatever they are called, by the application id in their header.
public final class CapsuleConnector implements Connector {
    static final String ID = "capsule";

    /// What a person may set to look into a capsule that is not what was written.
    static final String ALTERED = "altered";

    private static final String SHOW = "show";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String displayName() {
        return "Hindcast capsule";
    }

    @Override
    public List<Setting> settings() {
        return List.of(new Setting(
                ALTERED, "A capsule whose content was altered", Setting.Kind.CHOICE, List.of("refuse", SHOW), "refuse"));
    }

    @Override
    public Recognition recognises(Location location) {
        return location.path().filter(SqliteFile::isCapsule).isPresent() ? Recognition.CERTAIN : Recognition.NO;
    }

    @Override
    public EventSource open(OpenRequest request) {
        Path path = request.location()
                .path()
                .orElseThrow(() -> new ConnectorException(Kind.SETTINGS, "A capsule is a file."));
        var file = SqliteFile.check(path);
        var dialect = new SqliteDialect(file, Companion.settle(file));
        try {
            return CapsuleSource.open(dialect, request.setting(ALTERED).filter(SHOW::equals).isPresent());
        } catch (ConnectorException refused) {
            dialect.close();
            throw refused;
        }
    }
}
