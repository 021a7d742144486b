package io.hindcast.connector.mariadb;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.ConnectorException.Kind;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.Optional;
import javax.net.ssl.SSLException;

/// Turns what the driver or the server says into one sentence for the person at the screen. The server's own words are
/// left out, because they may quote rows, statements or the address.
final class Refusals {
    private static final int ACCESS_DENIED = 1045;

    private Refusals() {}

    /// Why no session came about.
    static ConnectorException whileConnecting(SQLException trouble, Server server) {
        String place = server.shown();
        return switch (trouble.getErrorCode()) {
            case ACCESS_DENIED, 1698 -> wantsPassword(trouble)
                    ? as(
                            Kind.AUTHENTICATION,
                            "The server at %s wants a password for %s; name the environment variable that holds it with"
                                    .formatted(place, user(server))
                                    + " --password-env NAME, or type it when asked.")
                    : as(Kind.AUTHENTICATION, "The server at %s refused %s: wrong user name or password."
                            .formatted(place, user(server)));
            case 1044 -> as(Kind.AUTHENTICATION, "The server at %s does not let %s into the database."
                    .formatted(place, user(server)));
            case 1049 -> as(Kind.NOT_FOUND, "The server at %s has no database of that name.".formatted(place));
            case 1040, 1203, 1226 -> as(Kind.UNREACHABLE, "The server at %s has no connection left.".formatted(place));
            case 1129, 1130 -> as(Kind.AUTHENTICATION, "The server at %s lets nobody in from this computer."
                    .formatted(place));
            case 1820, 1862, 4151 -> as(Kind.AUTHENTICATION, "The server at %s refused %s: the account is locked or its"
                            .formatted(place, user(server))
                    + " password has expired.");
            case 3159, 4001 -> as(Kind.AUTHENTICATION, needsEncryption(place));
            default -> unreachable(trouble, place);
        };
    }

    private static ConnectorException unreachable(SQLException trouble, String place) {
        if (hasNoEncryption(trouble)) {
            return as(
                    Kind.UNREACHABLE,
                    "The server at %s does not encrypt, and the setting 'sslmode' wants it to.".formatted(place));
        }
        // In the clear MySQL only takes a password under a key of its own, which anybody on the way could have sent.
        if (text(trouble).contains("RSA public key")) {
            return as(Kind.AUTHENTICATION, needsEncryption(place));
        }
        if (causedBy(trouble, SSLException.class) || text(trouble).contains("certificate")) {
            return as(
                    Kind.UNREACHABLE,
                    "The encryption of the server at %s is not trusted: its certificate is not the one of that host, or"
                                    .formatted(place)
                            + " nobody known here signed it; the setting 'sslmode' says how much is checked.");
        }
        if (causedBy(trouble, SocketTimeoutException.class) || trouble instanceof SQLTimeoutException) {
            return as(Kind.TIMEOUT, "The server at %s did not answer in time.".formatted(place));
        }
        if (causedBy(trouble, UnknownHostException.class)) {
            return as(Kind.UNREACHABLE, "The host of %s is not known here.".formatted(place));
        }
        return as(
                Kind.UNREACHABLE,
                "Nothing at %s answers as MariaDB or MySQL does: is the host right, and does the server run there?"
                        .formatted(place));
    }

    private static String needsEncryption(String place) {
        return "The server at %s only takes encrypted sessions; set 'sslmode' to trust, verify-ca or verify-full."
                .formatted(place);
    }

    /// Whether the server asked for a password and none was at hand.
    static boolean wantsPassword(SQLException trouble) {
        return trouble.getErrorCode() == ACCESS_DENIED && text(trouble).contains("using password: NO");
    }

    /// Whether an encrypted session was asked for and the server has none to give.
    static boolean hasNoEncryption(SQLException trouble) {
        return text(trouble).contains("ssl not enabled");
    }

    /// Why reading stopped.
    static ConnectorException whileReading(SQLException trouble) {
        if (causedBy(trouble, SocketTimeoutException.class)) {
            return as(Kind.TIMEOUT, "The server did not answer in time.");
        }
        return switch (trouble.getErrorCode()) {
            case 1969, 3024, 1317 ->
                as(Kind.TIMEOUT, "The server gave up on the question because it took too long.");
            case 1205, 1213 -> as(Kind.LOCKED, "A table of the store is locked by somebody else.");
            case 1044, 1142, 1143, 1227 -> as(Kind.AUTHENTICATION, "This user may not read a table of the store.");
            case 1146, 1054, 1049 -> as(Kind.NOT_FOUND, "A table or column of the store is gone.");
            case 1053, 1927, 1077 -> as(Kind.UNREACHABLE, "The server closed the session.");
            case 126, 127, 1034, 1194, 1195 -> as(Kind.DAMAGED, "The server reports damaged data.");
            default -> other(trouble);
        };
    }

    private static ConnectorException other(SQLException trouble) {
        String state = Optional.ofNullable(trouble.getSQLState()).orElse("");
        if (state.startsWith("08") || causedBy(trouble, IOException.class)) {
            return as(Kind.UNREACHABLE, "The connection to the server was lost.");
        }
        if (trouble instanceof SQLTimeoutException) {
            return as(Kind.TIMEOUT, "The server gave up on the question because it took too long.");
        }
        return as(Kind.INTERNAL, "The server refused a question (error %d, SQLSTATE %s)."
                .formatted(trouble.getErrorCode(), state.isEmpty() ? "unknown" : state));
    }

    private static String text(SQLException trouble) {
        return Optional.ofNullable(trouble.getMessage()).orElse("");
    }

    private static String user(Server server) {
        return server.user().isEmpty() ? "the user" : "user \"" + server.user() + '"';
    }

    private static boolean causedBy(SQLException trouble, Class<? extends Exception> kind) {
        for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    private static ConnectorException as(Kind kind, String sentence) {
        return new ConnectorException(kind, sentence);
    }
}
