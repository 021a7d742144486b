package io.hindcast.connector.postgresql;

import io.hindcast.connector.jdbc.address.AddressParameter;
import java.util.List;
import java.util.Optional;

/// What may stand behind the question mark of an address. Whatever is not listed here is refused: the driver knows
/// parameters that load classes, write files or undo the read-only session.
enum UrlParameter implements AddressParameter {
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

    private final List<String> spellings;

    UrlParameter(String... spellings) {
        this.spellings = List.of(spellings);
    }

    @Override
    public List<String> spellings() {
        return spellings;
    }

    /// Why a parameter of the driver is refused, by its name in lower case.
    static Optional<String> harm(String name) {
        return Optional.ofNullable(
                switch (name) {
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
}
