package io.hindcast.connector.sqlite;

import io.hindcast.connector.Connector;
import io.hindcast.connector.EventSource;
import io.hindcast.connector.Location;
import io.hindcast.connector.MappingGuess;
import io.hindcast.connector.OpenRequest;
import io.hindcast.connector.Recognition;
import io.hindcast.connector.Setting;
import io.hindcast.connector.jdbc.JdbcStore;
import io.hindcast.connector.jdbc.guess.MappingGuesses;
import java.util.List;

/// Opens SQLite files, whatever they are called, by path or by `jdbc:sqlite:`.
public final class SqliteConnector implements Connector {
    static final String ID = "sqlite";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String displayName() {
        return "SQLite";
    }

    @Override
    public List<Setting> settings() {
        return List.of(JdbcStore.TABLES, JdbcStore.MAPPING);
    }

    @Override
    public Recognition recognises(Location location) {
        if (location.scheme().filter("jdbc:sqlite"::equals).isPresent()) {
            return Recognition.CERTAIN;
        }
        return location.path()
                .filter(path -> !SqliteFile.isCapsule(path))
                .map(SqliteFile::recognise)
                .orElse(Recognition.NO);
    }

    @Override
    public EventSource open(OpenRequest request) {
        return JdbcStore.open(dialect(request), request, ID);
    }

    @Override
    public List<MappingGuess> guessMappings(OpenRequest request) {
        return MappingGuesses.of(dialect(request));
    }

    static SqliteDialect dialect(OpenRequest request) {
        var file = SqliteFile.check(SqliteAddress.of(request.location()));
        return new SqliteDialect(file, Companion.settle(file));
    }
}
