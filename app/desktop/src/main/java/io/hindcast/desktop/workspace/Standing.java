package io.hindcast.desktop.workspace;

import io.hindcast.connector.ConnectorException.Kind;
import java.util.Optional;

/// How a store of a workspace stands: whether it would open.
sealed interface Standing {
    /// It is being tried.
    record Waiting() implements Standing {}

    /// @param system what wrote it
    record Opens(String system, String layout) implements Standing {}

    /// @param kind absent where it is a mistake of the program
    record Refused(String reason, Optional<Kind> kind) implements Standing {}
}
