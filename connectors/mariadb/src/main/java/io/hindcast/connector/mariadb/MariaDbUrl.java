package io.hindcast.connector.mariadb;

import io.hindcast.connector.ConnectorException.Kind;
import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.jdbc.address.AddressReader;
import java.util.Map;
import java.util.regex.Pattern;

/// What an address says, part by part: `jdbc:mariadb://host:port/database?user=…`, or the same with `jdbc:mysql:`,
/// `mariadb:` or `mysql:`; `user@` may stand before the host. A password is nowhere allowed.
record MariaDbUrl(Map<UrlParameter, String> parts) {
    private static final Pattern PREFIX = Pattern.compile("(?i)(jdbc:mariadb:|jdbc:mysql:|mariadb:|mysql:)(?=//)");

    private static final AddressReader<UrlParameter> READER = new AddressReader<>(
            UrlParameter.class,
            UrlParameter.USER,
            UrlParameter.HOST,
            UrlParameter.DATABASE,
            UrlParameter::harm);

    MariaDbUrl {
        parts = Map.copyOf(parts);
    }

    /// Whether this is an address of a MariaDB or MySQL server.
    static boolean looksLikeOne(String text) {
        return PREFIX.matcher(text).lookingAt();
    }

    /// @throws ConnectorException of kind SETTINGS, naming the part that is wrong, never the whole address
    static MariaDbUrl parse(String text) {
        var prefix = PREFIX.matcher(text);
        if (!prefix.lookingAt()) {
            throw wrong("The address does not begin with jdbc:mariadb:// or jdbc:mysql://.");
        }
        return new MariaDbUrl(READER.read(text.substring(prefix.end())));
    }

    private static ConnectorException wrong(String sentence) {
        return new ConnectorException(Kind.SETTINGS, sentence);
    }
}
