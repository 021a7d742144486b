package io.hindcast.connector.jdbc.address;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.ConnectorException.Kind;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Takes an address apart: `//user@host:port/database?parameter=value&…`, or `database?…` where the host goes without
/// saying. A password is nowhere allowed. Every mistake is a [ConnectorException] of kind SETTINGS that names the part that
/// is wrong, never the whole address.
///
/// @param <P> the parameters that this kind of server allows
public final class AddressReader<P extends Enum<P> & AddressParameter> {
    private final Class<P> parameters;
    private final P user;
    private final P host;
    private final P database;
    private final Function<String, Optional<String>> harm;

    /// @param user what a name before `@` is, as `host` and `database` for the other places
    /// @param harm why a parameter of a name in lower case is refused, where more is to be said than that it is not listed
    public AddressReader(
            Class<P> parameters, P user, P host, P database, Function<String, Optional<String>> harm) {
        this.parameters = parameters;
        this.user = user;
        this.host = host;
        this.database = database;
        this.harm = harm;
    }

    /// The parts of an address that hold something, whatever stood before `//` or the database taken away.
    public Map<P, String> read(String rest) {
        var parts = new EnumMap<P, String>(parameters);
        if (rest.indexOf('#') >= 0) {
            throw wrong("The address holds a # sign; write it as %23.");
        }
        int question = rest.indexOf('?');
        readPlace(question < 0 ? rest : rest.substring(0, question), parts);
        if (question >= 0) {
            readParameters(rest.substring(question + 1), parts);
        }
        return parts;
    }

    private void readPlace(String place, Map<P, String> parts) {
        if (!place.startsWith("//")) {
            put(parts, database, decoded(place.startsWith("/") ? place.substring(1) : place, "database"));
            return;
        }
        int slash = place.indexOf('/', 2);
        String authority = slash < 0 ? place.substring(2) : place.substring(2, slash);
        if (slash >= 0) {
            put(parts, database, decoded(place.substring(slash + 1), "database"));
        }
        int at = authority.lastIndexOf('@');
        if (at >= 0) {
            String name = authority.substring(0, at);
            if (name.contains(":")) {
                throw wrong("The address holds a password, which does not belong there; name the environment variable"
                        + " that holds it with --password-env NAME, or type it when asked.");
            }
            put(parts, user, decoded(name, "user"));
        }
        put(parts, host, authority.substring(at + 1));
    }

    private void readParameters(String query, Map<P, String> parts) {
        for (String pair : query.split("&")) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            P parameter = named(decoded(equals < 0 ? pair : pair.substring(0, equals), "parameter name"));
            String value = equals < 0 ? "" : decoded(pair.substring(equals + 1), parameter.spelling());
            put(parts, parameter, value);
        }
    }

    private P named(String name) {
        var allowed = Stream.of(parameters.getEnumConstants()).toList();
        return allowed.stream()
                .filter(one -> one.spellings().stream().anyMatch(name::equalsIgnoreCase))
                .findFirst()
                .orElseThrow(() -> wrong(AddressParameter.refusal(
                        name, harm.apply(name.toLowerCase(Locale.ROOT)), allowed)));
    }

    private void put(Map<P, String> parts, P parameter, String value) {
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
