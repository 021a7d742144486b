package io.hindcast.connector.postgresql;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.ConnectorException.Kind;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// What may stand behind the question mark of an address. Whatever is not listed here is refused: the driver knows
/// parameters that load classes, write files or undo the read-only session.
enum UrlParameter {
    USER("user"),
    HOST("host"),
    PORT("port"),
    DATABASE("dbname", "database"),
    SSL_MODE("sslmode"),
    SSL_ROOT_CERTIFICATE("sslrootcert"),
    SSL_CERTIFICATE("sslcert"),
    SSL_KEY("sslkey"),
    SCHEMA("currentSchema", "schema"),
    APPLICATION_NAME("ApplicationName", "application_name"),
    CONNECT_TIMEOUT("connectTimeout", "connect_timeout"),
    SOCKET_TIMEOUT("socketTimeout"),
    TARGET_SERVER_TYPE("targetServerType"),
    CHANNEL_BINDING("channelBinding", "channel_binding");

    private final String[] spellings;

    UrlParameter(String... spellings) {
        this.spellings = spellings;
    }

    String spelling() {
        return spellings[0];
    }

    /// The parameter of that name.
    ///
    /// @throws ConnectorException of kind SETTINGS, naming the parameter and the reason, if it is not allowed
    static UrlParameter named(String name) {
        return Arrays.stream(values())
                .filter(one -> Arrays.stream(one.spellings).anyMatch(name::equalsIgnoreCase))
                .findFirst()
                .orElseThrow(() -> new ConnectorException(Kind.SETTINGS, refusal(name)));
    }

    private static String refusal(String name) {
        String shown = shown(name);
        return reason(name)
                .map(reason -> "The parameter %s is refused: %s.".formatted(shown, reason))
                .orElseGet(() -> "The parameter %s is refused because it is not one of %s."
                        .formatted(shown, allowed()));
    }

    private static String allowed() {
        return Arrays.stream(values()).map(UrlParameter::spelling).collect(Collectors.joining(", "));
    }

    private static Optional<String> reason(String name) {
        return Optional.ofNullable(
                switch (name.toLowerCase(Locale.ROOT)) {
                    case "password", "pgpassword", "passfile", "sslpassword" ->
                        "a password does not belong into an address; name the environment variable that holds it with"
                                + " --password-env NAME, or type it when asked";
                    case "socketfactory",
                            "socketfactoryarg",
                            "sslfactory",
                            "sslfactoryarg",
                            "sslhostnameverifier",
                            "sslpasswordcallback",
                            "authenticationpluginclassname",
                            "xmlfactoryfactory",
                            "connectexecutor",
                            "connectexecutorarg",
                            "classloaderstrategy",
                            "sspiserviceclass" -> "it makes the driver load a class by its name";
                    case "loggerfile", "loggerlevel" -> "it makes the driver write a file";
                    case "jaasapplicationname", "jaaslogin", "gsslib", "kerberosservername", "usespnego" ->
                        "it runs a login module from outside of Hindcast";
                    case "options" -> "it can change any setting of the session, also the one that makes it read-only";
                    case "readonly", "readonlymode", "replication" ->
                        "whether the session can write is not open to choice: it cannot";
                    case "service" -> "it takes the address from a file that may hold more than an address";
                    default -> null;
                });
    }

    /// The name as it may be repeated in a message: no more than a parameter name can reasonably be.
    private static String shown(String name) {
        String clean = name.replaceAll("[^A-Za-z0-9_.-]", "?");
        return '"' + (clean.length() > 40 ? clean.substring(0, 40) + "…" : clean) + '"';
    }
}
