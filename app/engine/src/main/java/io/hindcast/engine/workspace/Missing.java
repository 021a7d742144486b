package io.hindcast.engine.workspace;

import io.hindcast.connector.ConnectorException.Kind;

/// A store of a workspace that could not be opened; the others are shown without it.
///
/// @param location where it should be
/// @param reason why, as a sentence
public record Missing(String alias, String location, Kind kind, String reason) {
    /// `cards: There is no file cards.db.`
    public String sentence() {
        return alias + ": " + reason;
    }
}
