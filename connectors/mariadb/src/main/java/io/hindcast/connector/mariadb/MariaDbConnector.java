package io.hindcast.connector.mariadb;

import io.hindcast.connector.Connector;
import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.EventSource;
import io.hindcast.connector.Location;
import io.hindcast.connector.MappingGuess;
import io.hindcast.connector.OpenRequest;
import io.hindcast.connector.Recognition;
import io.hindcast.connector.Setting.Kind;
import io.hindcast.connector.Setting;
import io.hindcast.connector.jdbc.JdbcStore;
import io.hindcast.connector.jdbc.guess.MappingGuesses;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/// Event stores in a MariaDB or MySQL database: `jdbc:mariadb://…`, `jdbc:mysql://…`, `mariadb://…` or `mysql://…`.
///
/// The address is taken apart and checked against a list of what is allowed; a setting wins over the same thing in
/// the address. Nothing is ever written, and every session is made unable to.
public final class MariaDbConnector implements Connector {
    static final String HOST = "host";
    static final String PORT = "port";
    static final String DATABASE = "database";
    static final String USER = "user";
    static final String SSL_MODE = "sslmode";
    static final String ZONE = "zone";

    @Override
    public String id() {
        return "mariadb";
    }

    @Override
    public String displayName() {
        return "MariaDB and MySQL";
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.text(HOST, "Host"),
                new Setting(PORT, "Port", Kind.NUMBER, List.of(), Integer.toString(Server.DEFAULT_PORT)),
                Setting.text(DATABASE, "Database"),
                Setting.text(USER, "User"),
                Setting.secret("password", "Password"),
                new Setting(SSL_MODE, "Encryption", Kind.CHOICE, Encryption.names(), Encryption.PREFER.spelling()),
                new Setting(ZONE, "Time zone of DATETIME columns", Kind.TEXT, List.of(), "UTC"),
                JdbcStore.CONNECTIONS,
                JdbcStore.TABLES,
                JdbcStore.MAPPING);
    }

    @Override
    public Recognition recognises(Location location) {
        return MariaDbUrl.looksLikeOne(location.text()) ? Recognition.CERTAIN : Recognition.NO;
    }

    @Override
    public EventSource open(OpenRequest request) {
        return JdbcStore.open(dialect(request), request, id());
    }

    @Override
    public List<MappingGuess> guessMappings(OpenRequest request) {
        return MappingGuesses.of(dialect(request));
    }

    private static MariaDbDialect dialect(OpenRequest request) {
        var url = MariaDbUrl.parse(request.location().text());
        var server = Server.of(url, request);
        var sessions = new Sessions(server, Encryption.of(url, request), Limits.of(url), request.password());
        return new MariaDbDialect(sessions, server.database(), zone(request));
    }

    private static ZoneId zone(OpenRequest request) {
        var zone = request.setting(ZONE);
        try {
            return zone.isPresent() ? ZoneId.of(zone.get()) : ZoneOffset.UTC;
        } catch (DateTimeException _) {
            throw new ConnectorException(
                    ConnectorException.Kind.SETTINGS,
                    "The setting 'zone' must be a time zone such as UTC, +01:00 or Europe/Zurich.");
        }
    }
}
