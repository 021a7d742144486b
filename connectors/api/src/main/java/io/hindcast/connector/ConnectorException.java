package io.hindcast.connector;

import java.util.Optional;

/// Something about a store that its user can put right. The message is one sentence for that user, in English,
/// without a secret and without payload. Whatever else goes wrong is a mistake of ours and another exception.
public final class ConnectorException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// What went wrong; the door chooses the next step to offer by it.
    public enum Kind {
        /// A setting or the location is missing, malformed or refused.
        SETTINGS,
        /// Nothing is at the location.
        NOT_FOUND,
        AUTHENTICATION,
        UNREACHABLE,
        TIMEOUT,
        /// Opened, but no event table, file or log was recognised in it.
        NOT_AN_EVENT_STORE,
        /// The file or database is damaged or truncated.
        DAMAGED,
        /// Another program holds the store.
        LOCKED,
        UNSUPPORTED,
        CLOSED,
        INTERNAL
    }

    private final Kind kind;

    public ConnectorException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public ConnectorException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /// The sentence for the user.
    public String sentence() {
        return Optional.ofNullable(getMessage()).orElseGet(kind::name);
    }
}
