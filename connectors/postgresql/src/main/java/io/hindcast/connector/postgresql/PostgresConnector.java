package io.hindcast.connector.postgresql;

import io.hindcast.connector.Connector;
import io.hindcast.connector.EventSource;
import io.hindcast.connector.Location;
import io.hindcast.connector.MappingGuess;
import io.hindcast.connector.OpenRequest;
import io.hindcast.connector.Recognition;
import io.hindcast.connector.Setting.Kind;
import io.hindcast.connector.Setting;
import io.hindcast.connector.jdbc.JdbcStore;
import io.hindcast.connector.jdbc.guess.MappingGuesses;
import java.util.List;

/// Event stores in a PostgreSQL database: `jdbc:postgresql://…`, `postgresql://…` or `postgres://…`.
///
/// The address is taken apart and checked against a list of what is allowed; a setting wins over the same thing in
/// the address. Nothing is ever written, and every session is made unable to.
public final class PostgresConnector implements Connector {
    static final String HOST = "host";
    static final String PORT = "port";
    static final String DATABASE = "database";
    static final String USER = "user";
    static final String SCHEMA = "schema";
    static final String SSL_MODE = "sslmode";
    static final List<String> SSL_MODES = List.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");

    @Override
    public String id() {
        return "postgresql";
    }

    @Override
    public String displayName() {
        return "PostgreSQL";
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.text(HOST, "Host"),
                new Setting(PORT, "Port", Kind.NUMBER, List.of(), Integer.toString(Server.DEFAULT_PORT)),
                Setting.text(DATABASE, "Database"),
                Setting.text(USER, "User"),
                Setting.secret("password", "Password"),
                Setting.text(SCHEMA, "Schema"),
                new Setting(SSL_MODE, "Encryption", Kind.CHOICE, SSL_MODES, "prefer"),
                JdbcStore.CONNECTIONS,
                JdbcStore.TABLES,
                JdbcStore.MAPPING);
    }

    @Override
    public Recognition recognises(Location location) {
        return PostgresUrl.looksLikeOne(location.text()) ? Recognition.CERTAIN : Recognition.NO;
    }

    @Override
    public EventSource open(OpenRequest request) {
        return JdbcStore.open(dialect(request), request, id());
    }

    @Override
    public List<MappingGuess> guessMappings(OpenRequest request) {
        return MappingGuesses.of(dialect(request));
    }

    static PostgresDialect dialect(OpenRequest request) {
        var url = PostgresUrl.parse(request.location().text());
        var sessions = new Sessions(Server.of(url, request), url, request);
        String schema = Server.either(request, SCHEMA, url, UrlParameter.SCHEMA).orElse("");
        return new PostgresDialect(sessions, schema);
    }
}
