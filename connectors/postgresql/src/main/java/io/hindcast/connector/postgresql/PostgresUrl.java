package io.hindcast.connector.postgresql;

import io.hindcast.connector.ConnectorException.Kind;
import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.jdbc.address.AddressReader;
import java.util.Map;
import java.util.regex.Pattern;

/// What an address says, part by part: `jdbc:postgresql://host:port,host/database?user=…`, or the same with
/// `postgresql://` or `postgres://`, where `user@` may stand before the host. A password is nowhere allowed.
record PostgresUrl(Map<UrlParameter, String> parts) {
    private static final Pattern PREFIX = Pattern.compile("(?i)(jdbc:postgresql:|postgresql:|postgres:)");

    private static final AddressReader<UrlParameter> READER = new AddressReader<>(
            UrlParameter.class,
            UrlParameter.USER,
            UrlParameter.HOST,
            UrlParameter.DATABASE,
            UrlParameter::harm);

    PostgresUrl {
        parts = Map.copyOf(parts);
    }

    /// Whether this is an address of a PostgreSQL server.
    static boolean looksLikeOne(String text) {
        return PREFIX.matcher(text).lookingAt();
    }

    /// @throws ConnectorException of kind SETTINGS, naming the part that is wrong, never the whole address
    static PostgresUrl parse(String text) {
        var prefix = PREFIX.matcher(text);
        if (!prefix.lookingAt()) {
            throw wrong("The address does not begin with jdbc:postgresql:// or postgresql://.");
        }
        return new PostgresUrl(READER.read(text.substring(prefix.end())));
    }

    private static ConnectorException wrong(String sentence) {
        return new ConnectorException(Kind.SETTINGS, sentence);
    }
}
