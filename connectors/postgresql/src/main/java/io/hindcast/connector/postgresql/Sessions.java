package io.hindcast.connector.postgresql;

import io.hindcast.connector.ConnectorException.Kind;
import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.OpenRequest;
import io.hindcast.connector.jdbc.address.HostAndPort;
import io.hindcast.connector.jdbc.address.KeptPassword;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.postgresql.Driver;

/// Opens sessions that cannot write, with time limits on everything. Safe for many threads.
final class Sessions implements AutoCloseable {
    private static final String CONNECT_SECONDS = "10";
    private static final String SOCKET_SECONDS = "330";

    private static final List<String> GUARDS = List.of(
            "SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY",
            "SET default_transaction_read_only = on",
            "SET statement_timeout = '300s'",
            "SET lock_timeout = '10s'",
            "SET idle_in_transaction_session_timeout = '60s'",
            // No function or operator of the store's own may slip into a question of ours.
            "SET search_path = pg_catalog",
            "SET standard_conforming_strings = on",
            "SET extra_float_digits = 3",
            "SET jit = off");

    /// The driver tells its troubles in exceptions as well, which become sentences; nobody reads its log. Held here,
    /// because a logger that nobody holds forgets its level.
    private static final Logger SILENCED = Logger.getLogger("org.postgresql");

    static {
        SILENCED.setLevel(Level.OFF);
    }

    private final Server server;
    private final Encryption encryption;
    private final Properties properties;
    private final KeptPassword password;

    Sessions(Server server, PostgresUrl url, OpenRequest request) {
        this.server = server;
        this.encryption = Encryption.of(url, request);
        this.properties = properties(server, url);
        encryption.applyTo(properties);
        this.password = new KeptPassword(request.password());
    }

    Server server() {
        return server;
    }

    /// A new session, auto-commit off; the caller closes it.
    ///
    /// @throws ConnectorException when the server cannot be reached or refuses
    Connection open() {
        try {
            Connection connection = password.connect(this::connect, Refusals::wantsPassword);
            try {
                guard(connection);
                return connection;
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw Refusals.whileConnecting(e, server, encryption);
        }
    }

    private Connection connect(char[] secret) throws SQLException {
        var all = new Properties();
        all.putAll(properties);
        if (secret.length > 0) {
            all.setProperty("password", new String(secret));
        }
        Connection connection = new Driver().connect(address(), all);
        if (connection == null) {
            throw new ConnectorException(Kind.SETTINGS, "The address is not one of a PostgreSQL server.");
        }
        return connection;
    }

    private static void guard(Connection connection) throws SQLException {
        connection.setReadOnly(true);
        try (var statement = connection.createStatement()) {
            for (String sql : GUARDS) {
                statement.execute(sql);
            }
        }
        connection.setAutoCommit(false);
    }

    private String address() {
        String hosts = server.hosts().stream().map(HostAndPort::toString).collect(Collectors.joining(","));
        return "jdbc:postgresql://" + hosts + "/" + URLEncoder.encode(server.database(), StandardCharsets.UTF_8);
    }

    private static Properties properties(Server server, PostgresUrl url) {
        var all = new Properties();
        all.setProperty("ApplicationName", "hindcast");
        all.setProperty("connectTimeout", CONNECT_SECONDS);
        all.setProperty("loginTimeout", CONNECT_SECONDS);
        all.setProperty("socketTimeout", SOCKET_SECONDS);
        all.setProperty("tcpKeepAlive", "true");
        all.setProperty("prepareThreshold", "-1");
        all.setProperty("readOnly", "true");
        // Every transaction says by itself that it only reads, also behind a pooler that forgets sessions.
        all.setProperty("readOnlyMode", "transaction");
        all.setProperty("logServerErrorDetail", "false");
        if (!server.user().isEmpty()) {
            all.setProperty("user", server.user());
        }
        choice(all, "targetServerType", part(url, UrlParameter.TARGET_SERVER_TYPE),
                List.of("any", "primary", "secondary", "preferSecondary", "preferPrimary"));
        choice(all, "channelBinding", part(url, UrlParameter.CHANNEL_BINDING), List.of("disable", "prefer", "require"));
        part(url, UrlParameter.APPLICATION_NAME).ifPresent(name -> all.setProperty("ApplicationName", name));
        seconds(all, "connectTimeout", part(url, UrlParameter.CONNECT_TIMEOUT));
        seconds(all, "loginTimeout", part(url, UrlParameter.CONNECT_TIMEOUT));
        seconds(all, "socketTimeout", part(url, UrlParameter.SOCKET_TIMEOUT));
        return all;
    }

    private static Optional<String> part(PostgresUrl url, UrlParameter parameter) {
        return Optional.ofNullable(url.parts().get(parameter));
    }

    private static void choice(Properties all, String name, Optional<String> value, List<String> allowed) {
        value.ifPresent(text -> {
            if (!allowed.contains(text)) {
                throw new ConnectorException(
                        Kind.SETTINGS, "\"%s\" must be one of %s.".formatted(name, String.join(", ", allowed)));
            }
            all.setProperty(name, text);
        });
    }

    private static void seconds(Properties all, String name, Optional<String> value) {
        value.ifPresent(text -> {
            if (!text.matches("[1-9][0-9]{0,4}")) {
                throw new ConnectorException(
                        Kind.SETTINGS, "\"%s\" must be a number of seconds from 1 to 99999.".formatted(name));
            }
            all.setProperty(name, text);
        });
    }

    /// Forgets the password. Sessions that are open stay open.
    @Override
    public void close() {
        password.close();
    }
}
