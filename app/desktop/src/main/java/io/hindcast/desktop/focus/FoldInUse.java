package io.hindcast.desktop.focus;

import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.session.FoldText;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.whatif.Hypothesis;
import java.util.Optional;

/// The fold that makes the states on the screen.
///
/// @param origin where it comes from, for people
/// @param isChosen whether the person chose it; else it is the store's own
/// @param text what it was compiled from, where that is known
/// @param isInferred whether constants in the text may be true values of the store
public record FoldInUse(Fold fold, String origin, boolean isChosen, Optional<FoldText> text, boolean isInferred) {
    public FoldInUse(Fold fold, String origin, boolean isChosen, Optional<FoldText> text) {
        this(fold, origin, isChosen, text, false);
    }

    static FoldInUse of(OpenStore store) {
        return new FoldInUse(store.defaultFold(), store.foldOrigin(), false, store.foldText());
    }

    FoldInUse supposing(Hypothesis hypothesis) {
        return new FoldInUse(hypothesis.over(fold), origin, isChosen, text, isInferred);
    }

    /// The text as it may leave and be shown: one that holds values of the store does not while something is masked.
    public Optional<FoldText> text(Masks masks) {
        return isInferred && masks.hidesAnything() ? Optional.empty() : text;
    }
}
