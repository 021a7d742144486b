package io.hindcast.connector.postgresql;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.ConnectorException.Kind;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Optional;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/// Turns what the driver or the server says into one sentence for the person at the screen. The server's details are
/// left out, because they may quote rows; so is the cause's text, because it may quote the address.
final class Refusals {
    private Refusals() {}

    /// Why no session came about.
    static ConnectorException whileConnecting(SQLException trouble, Server server, Encryption encryption) {
        return encryption.refusal(trouble, server).orElseGet(() -> whileConnecting(trouble, server, encryption.hint()));
    }

    private static ConnectorException whileConnecting(SQLException trouble, Server server, String hint) {
        String state = state(trouble);
        String place = server.shown();
        if (state.startsWith("28")) {
            return as(Kind.AUTHENTICATION, "PostgreSQL at %s refused %s: %s.".formatted(
                    place, user(server), "28P01".equals(state) ? "wrong user name or password" : "not allowed in" + hint));
        }
        if (wantsPassword(trouble)) {
            return as(
                    Kind.AUTHENTICATION,
                    "PostgreSQL at %s wants a password for %s; name the environment variable that holds it with"
                            .formatted(place, user(server))
                            + " --password-env NAME, or type it when asked.");
        }
        return switch (state) {
            case "3D000" -> as(Kind.NOT_FOUND, "PostgreSQL at %s has no database of that name.".formatted(place));
            case "42501" -> as(Kind.AUTHENTICATION, "PostgreSQL at %s does not let %s into the database."
                    .formatted(place, user(server)));
            case "53300" -> as(Kind.UNREACHABLE, "PostgreSQL at %s has no connection left.".formatted(place));
            case "57P03" -> as(Kind.UNREACHABLE, "PostgreSQL at %s is starting up or shutting down.".formatted(place));
            default -> unreachable(trouble, place);
        };
    }

    private static ConnectorException unreachable(SQLException trouble, String place) {
        // The driver's own limit on the whole login leaves no cause behind, and its text is translated.
        boolean overdue = "08001".equals(state(trouble)) && trouble.getCause() == null;
        if (overdue || causedBy(trouble, SocketTimeoutException.class)) {
            return as(Kind.TIMEOUT, "PostgreSQL at %s did not answer in time.".formatted(place));
        }
        if (causedBy(trouble, UnknownHostException.class)) {
            return as(Kind.UNREACHABLE, "The host of %s is not known here.".formatted(place));
        }
        if (state(trouble).startsWith("08")) {
            return as(
                    Kind.UNREACHABLE,
                    "Nothing at %s answers as PostgreSQL does: is the host right, and does the server run there?"
                            .formatted(place));
        }
        return as(Kind.UNREACHABLE, "PostgreSQL at %s refused the session%s.".formatted(place, words(trouble)));
    }

    /// Whether the server asked for a password and none was at hand.
    static boolean wantsPassword(SQLException trouble) {
        String message = Optional.ofNullable(trouble.getMessage()).orElse("");
        return "08004".equals(state(trouble)) && message.contains("password");
    }

    /// Why reading stopped.
    static ConnectorException whileReading(SQLException trouble) {
        String state = state(trouble);
        if (causedBy(trouble, SocketTimeoutException.class)) {
            return as(Kind.TIMEOUT, "The server did not answer in time.");
        }
        return switch (state) {
            case "57014" -> as(Kind.TIMEOUT, "The server gave up on the question because it took too long.");
            case "55P03" -> as(Kind.LOCKED, "A table of the store is locked by somebody else.");
            case "42501" -> as(Kind.AUTHENTICATION, "This role may not read a table of the store%s."
                    .formatted(words(trouble)));
            case "42P01", "42703" -> as(Kind.NOT_FOUND, "A table or column of the store is gone%s."
                    .formatted(words(trouble)));
            case "57P01", "57P02", "57P03" -> as(Kind.UNREACHABLE, "The server closed the session.");
            case "22021" -> as(Kind.DAMAGED,
                    "A text of the store is no valid text in its encoding (the database has SQL_ASCII, which checks none):"
                            + " the server does not hand it out.");
            case "XX001", "XX002" -> as(Kind.DAMAGED, "The server reports damaged data.");
            default -> state.startsWith("08") || causedBy(trouble, IOException.class)
                    ? as(Kind.UNREACHABLE, "The connection to the server was lost.")
                    : as(Kind.INTERNAL, "The server refused a question (SQLSTATE %s%s)."
                            .formatted(state.isEmpty() ? "unknown" : state, words(trouble)));
        };
    }

    /// The server's own first words. Only of errors about names and rights: others may quote data.
    private static String words(SQLException trouble) {
        boolean harmless = state(trouble).startsWith("42") || state(trouble).startsWith("5");
        return trouble instanceof PSQLException answer && harmless
                ? Optional.ofNullable(answer.getServerErrorMessage())
                        .map(ServerErrorMessage::getMessage)
                        .map(message -> ": " + message)
                        .orElse("")
                : "";
    }

    private static String user(Server server) {
        return server.user().isEmpty() ? "the user" : "user \"" + server.user() + '"';
    }

    private static String state(SQLException trouble) {
        return Optional.ofNullable(trouble.getSQLState()).orElse("");
    }

    static boolean causedBy(SQLException trouble, Class<? extends Exception> kind) {
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
