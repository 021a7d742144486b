package io.hindcast.engine.workspace;

import io.hindcast.connector.EventSource;
import io.hindcast.engine.fold.Fold;

/// An open store of a workspace.
///
/// @param fold what folds its streams where the person chose nothing
/// @param foldOrigin where that comes from
public record Member(String alias, EventSource source, Fold fold, String foldOrigin) {
    public Member {
        new Alias(alias);
    }

    Alias name() {
        return new Alias(alias);
    }
}
