package io.hindcast.engine.fold;

import io.hindcast.engine.fold.FoldLanguage.Diagnostic;
import java.util.List;

/// Watches the events of a store go by and tells which words of a fold none of them has. For one thread.
public interface WordCheck {
    /// Looks at an event; the order does not matter.
    void see(FoldEvent event);

    /// What was found by now, in the order of the text.
    List<Finding> findings();

    /// The event types that the fold names for a category, to find what somebody may have meant.
    List<String> typesNamed(String category);

    /// A word that never occurs.
    ///
    /// @param diagnostic where it stands, and what was probably meant
    /// @param isMistake false where it may well be that this store has no such thing: a type without events, a field that
    ///     the rule can do without
    record Finding(Diagnostic diagnostic, boolean isMistake) {}
}
