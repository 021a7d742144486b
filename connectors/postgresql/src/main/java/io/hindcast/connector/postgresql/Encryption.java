package io.hindcast.connector.postgresql;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.ConnectorException.Kind;
import io.hindcast.connector.OpenRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.postgresql.util.PSQLException;

/// How a connection is to be protected, and what to say when that does not come about. The driver's own texts are not
/// looked at: they come in the language of the computer.
///
/// @param mode `sslmode` as the address or the settings have it, absent where nothing is said
/// @param files certificates and key by the parameter that names them; all of them can be read
record Encryption(Optional<String> mode, Map<UrlParameter, Path> files) {
    private static final List<String> WANTED = List.of("require", "verify-ca", "verify-full");
    private static final Set<PosixFilePermission> OF_OTHERS = PosixFilePermissions.fromString("---rwxrwx");

    Encryption {
        files = Map.copyOf(files);
    }

    /// @throws ConnectorException of kind SETTINGS when the mode is unknown, or a file is missing or open to others
    static Encryption of(PostgresUrl url, OpenRequest request) {
        var mode = Server.either(request, PostgresConnector.SSL_MODE, url, UrlParameter.SSL_MODE);
        if (mode.isPresent() && !PostgresConnector.SSL_MODES.contains(mode.get())) {
            throw settings("\"sslmode\" must be one of %s.".formatted(String.join(", ", PostgresConnector.SSL_MODES)));
        }
        var files = new EnumMap<UrlParameter, Path>(UrlParameter.class);
        add(files, url, UrlParameter.SSL_ROOT_CERTIFICATE, "root certificate");
        add(files, url, UrlParameter.SSL_CERTIFICATE, "client certificate");
        add(files, url, UrlParameter.SSL_KEY, "private key");
        refuseOpenKey(Optional.ofNullable(files.get(UrlParameter.SSL_KEY)));
        return new Encryption(mode, files);
    }

    private static void add(Map<UrlParameter, Path> files, PostgresUrl url, UrlParameter parameter, String what) {
        String name = url.parts().get(parameter);
        if (name == null) {
            return;
        }
        try {
            Path file = Path.of(name);
            if (!Files.isReadable(file)) {
                throw settings("The %s %s cannot be read.".formatted(what, name));
            }
            files.put(parameter, file);
        } catch (InvalidPathException _) {
            throw settings("The %s in the address is not the name of a file.".formatted(what));
        }
    }

    /// Not a whim of the driver, which refuses it too: whoever can read the key can be this person.
    private static void refuseOpenKey(Optional<Path> key) {
        if (key.isEmpty() || !key.get().getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        try {
            if (Files.getPosixFilePermissions(key.get()).stream().anyMatch(OF_OTHERS::contains)) {
                throw settings("The private key %s is open to others; let only its owner read it (chmod 600)."
                        .formatted(key.get()));
            }
        } catch (IOException _) {
            throw settings("The private key %s cannot be read.".formatted(key.get()));
        }
    }

    /// Hands the choices to the driver.
    void applyTo(Properties properties) {
        mode.ifPresent(text -> properties.setProperty("sslmode", text));
        files.forEach((parameter, file) -> properties.setProperty(parameter.spelling(), file.toString()));
    }

    /// Why the session did not come about, if encryption is the reason.
    Optional<ConnectorException> refusal(SQLException trouble, Server server) {
        String state = Optional.ofNullable(trouble.getSQLState()).orElse("");
        boolean ownWords = trouble instanceof PSQLException known && known.getServerErrorMessage() == null;
        if (Refusals.causedBy(trouble, SSLException.class)) {
            return unprotected("the certificate of PostgreSQL at %s is not trusted; name the certificate of who vouches"
                    + " for it with sslrootcert=FILE", server);
        }
        if (ownWords && trouble.getCause() == null && "08006".equals(state) && is("verify-full")) {
            return unprotected("the certificate of PostgreSQL at %s is for another host", server);
        }
        if (ownWords && "08004".equals(state) && mode.filter(WANTED::contains).isPresent()
                && !Refusals.wantsPassword(trouble)) {
            return unprotected("PostgreSQL at %s does not encrypt, and sslmode=" + mode.get() + " wants it to", server);
        }
        return Optional.empty();
    }

    /// What to add where the server let nobody in.
    String hint() {
        return is("disable") ? " (the connection is not encrypted; the server may want it to be)" : "";
    }

    private boolean is(String wanted) {
        return mode.filter(wanted::equals).isPresent();
    }

    private static Optional<ConnectorException> unprotected(String reason, Server server) {
        return Optional.of(new ConnectorException(
                Kind.UNREACHABLE, "No protected connection: " + reason.formatted(server.shown()) + "."));
    }

    private static ConnectorException settings(String sentence) {
        return new ConnectorException(Kind.SETTINGS, sentence);
    }
}
