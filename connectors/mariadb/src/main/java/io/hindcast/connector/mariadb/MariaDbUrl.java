package io.hindcast.connector.mariadb;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.ConnectorException.Kind;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Pattern;

/// What an address says, part by part: `jdbc:mariadb://host:port/database?user=…`, or the same with `jdbc:mysql:`,
/// `mariadb:` or `mysql:`; `user@` may stand before the host. A password is nowhere allowed.
record MariaDbUrl(Map<UrlParameter, String> parts) {
    private static final Pattern PREFIX = Pattern.compile("(?i)(jdbc:mariadb:|jdbc:mysql:|mariadb:|mysql:)//");

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
        var parts = new EnumMap<UrlParameter, String>(UrlParameter.class);
        String rest = text.substring(prefix.end());
        int fragment = rest.indexOf('#');
        if (fragment >= 0) {
            throw wrong("The address holds a # sign; write it as %23.");
        }
        int question = rest.indexOf('?');
        readPlace(question < 0 ? rest : rest.substring(0, question), parts);
        if (question >= 0) {
            readParameters(rest.substring(question + 1), parts);
        }
        return new MariaDbUrl(parts);
    }

    private static void readPlace(String place, Map<UrlParameter, String> parts) {
        int slash = place.indexOf('/');
        String authority = slash < 0 ? place : place.substring(0, slash);
        if (slash >= 0) {
            put(parts, UrlParameter.DATABASE, decoded(place.substring(slash + 1), "database"));
        }
        int at = authority.lastIndexOf('@');
        if (at >= 0) {
            String user = authority.substring(0, at);
            if (user.contains(":")) {
                throw wrong("The address holds a password, which does not belong there; name the environment variable"
                        + " that holds it with --password-env NAME, or type it when asked.");
            }
            put(parts, UrlParameter.USER, decoded(user, "user"));
        }
        put(parts, UrlParameter.HOST, authority.substring(at + 1));
    }

    private static void readParameters(String query, Map<UrlParameter, String> parts) {
        for (String pair : query.split("&")) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals), "parameter name");
            UrlParameter parameter = UrlParameter.named(name);
            String value = equals < 0 ? "" : decoded(pair.substring(equals + 1), parameter.spelling());
            put(parts, parameter, value);
        }
    }

    private static void put(Map<UrlParameter, String> parts, UrlParameter parameter, String value) {
        if (value.isBlank()) {
            return;
        }
        if (parts.putIfAbsent(parameter, value) != null) {
            throw wrong("The address says \"" + parameter.spelling() + "\" twice.");
        }
    }

    private static String decoded(String text, String part) {
        try {
            String plain = URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
            if (plain.chars().anyMatch(Character::isISOControl)) {
                throw wrong("The " + part + " in the address holds a control character.");
            }
            return plain;
        } catch (IllegalArgumentException _) {
            throw wrong("The " + part + " in the address is not written as an address should be (% sign).");
        }
    }

    private static ConnectorException wrong(String sentence) {
        return new ConnectorException(Kind.SETTINGS, sentence);
    }
}
