package io.hindcast.connector.h2;

import io.hindcast.connector.Connector;
import io.hindcast.connector.EventSource;
import io.hindcast.connector.Location;
import io.hindcast.connector.MappingGuess;
import io.hindcast.connector.OpenRequest;
import io.hindcast.connector.Recognition;
import io.hindcast.connector.Setting;
import io.hindcast.connector.jdbc.JdbcStore;
import io.hindcast.connector.jdbc.guess.MappingGuesses;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Opens H2 database files (`*.mv.db`, with or without the ending, or `jdbc:h2:` and a file).
public final class H2Connector implements Connector {
    static final String ID = "h2";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String displayName() {
        return "H2";
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.text("user", "User"),
                Setting.secret("password", "Password"),
                JdbcStore.TABLES,
                JdbcStore.MAPPING);
    }

    @Override
    public Recognition recognises(Location location) {
        if (location.scheme().filter("jdbc:h2"::equals).isPresent()) {
            return Recognition.CERTAIN;
        }
        return location.path().map(H2File::recognise).orElse(Recognition.NO);
    }

    @Override
    public EventSource open(OpenRequest request) {
        return JdbcStore.open(dialect(request), request, ID);
    }

    @Override
    public List<MappingGuess> guessMappings(OpenRequest request) {
        return MappingGuesses.of(dialect(request));
    }

    static H2Dialect dialect(OpenRequest request) {
        var address = H2Address.of(request.location());
        var file = H2File.check(address.path());
        H2Gate.check(file);
        var user = request.setting("user").or(address::user);
        return new H2Dialect(file, user, request.password());
    }

    /// Whether a path ends as an old or a new H2 file does.
    static boolean hasEnding(Path path) {
        String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
        return (name.endsWith(H2File.ENDING) || name.endsWith(H2File.OLD_ENDING)) && !Files.isDirectory(path);
    }
}
