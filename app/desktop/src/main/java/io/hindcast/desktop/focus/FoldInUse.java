package io.hindcast.desktop.focus;

import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.session.OpenStore;

/// The fold that makes the states on the screen.
///
/// @param origin where it comes from, for people
/// @param isChosen whether the person chose it; else it is the store's own
public record FoldInUse(Fold fold, String origin, boolean isChosen) {
    static FoldInUse of(OpenStore store) {
        return new FoldInUse(store.defaultFold(), store.foldOrigin(), false);
    }
}
