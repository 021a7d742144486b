package io.hindcast.connector.mariadb;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.ConnectorException.Kind;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// What may stand behind the question mark of an address. Whatever is not listed here is refused: the driver knows
/// parameters that load classes, run statements at the start of a session, or hand files of this computer to the server.
enum UrlParameter {
    USER("user"),
    HOST("host"),
    PORT("port"),
    DATABASE("database"),
    SSL_MODE("sslMode", "ssl-mode"),
    SERVER_CERTIFICATE("serverSslCert", "sslCA", "ssl-ca"),
    CONNECT_TIMEOUT("connectTimeout"),
    SOCKET_TIMEOUT("socketTimeout");

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
                .orElseGet(() ->
                        "The parameter %s is refused because it is not one of %s.".formatted(shown, allowed()));
    }

    private static String allowed() {
        return Arrays.stream(values()).map(UrlParameter::spelling).collect(Collectors.joining(", "));
    }

    private static Optional<String> reason(String name) {
        return Optional.ofNullable(
                switch (name.toLowerCase(Locale.ROOT)) {
                    case "password", "password2", "password3", "keypassword", "keystorepassword",
                            "truststorepassword" ->
                        "a password does not belong into an address; name the environment variable that holds it with"
                                + " --password-env NAME, or type it when asked";
                    case "socketfactory", "tlssockettype", "credentialtype", "queryinterceptors",
                            "statementinterceptors", "exceptioninterceptors", "connectionlifecycleinterceptors",
                            "autodeserialize", "propertiestransform", "serveraffinityorder" ->
                        "it makes the driver load a class by its name";
                    case "allowlocalinfile", "allowloadlocalinfile", "allowurlinlocalinfile",
                            "allowloadlocalinfileinpath" -> "it lets the server ask for files of this computer";
                    case "sessionvariables", "initsql", "allowmultiqueries" ->
                        "it can change any setting of the session, also the one that makes it read-only";
                    case "createdatabaseifnotexist" -> "Hindcast changes nothing in a server";
                    case "allowpublickeyretrieval" ->
                        "it sends the password to whoever answers; use sslMode instead";
                    case "readonly", "assurereadonly", "readonlypropagatestoserver", "transactionreplay" ->
                        "whether the session can write is not open to choice: it cannot";
                    case "permitredirect" -> "the address says which server is read";
                    default -> null;
                });
    }

    /// The name as it may be repeated in a message: no more than a parameter name can reasonably be.
    private static String shown(String name) {
        String clean = name.replaceAll("[^A-Za-z0-9_.-]", "?");
        return '"' + (clean.length() > 40 ? clean.substring(0, 40) + "…" : clean) + '"';
    }
}
