package io.hindcast.connector.mariadb;

import io.hindcast.connector.jdbc.address.AddressParameter;
import java.util.List;
import java.util.Optional;

/// What may stand behind the question mark of an address. Whatever is not listed here is refused: the driver knows
/// parameters that load classes, run statements at the start of a session, or hand files of this computer to the server.
enum UrlParameter implements AddressParameter {
    USER("user"),
    HOST("host"),
    PORT("port"),
    DATABASE("database"),
    SSL_MODE("sslMode", "ssl-mode"),
    SERVER_CERTIFICATE("serverSslCert", "sslCA", "ssl-ca"),
    CONNECT_TIMEOUT("connectTimeout"),
    SOCKET_TIMEOUT("socketTimeout");

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
}
