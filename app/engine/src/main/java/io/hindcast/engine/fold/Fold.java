package io.hindcast.engine.fold;

/// From events to state. Immutable and deterministic: the same events in the same order make the same edits.
/// A fold holds no state of its own between calls; all state is in the editor.
public interface Fold {
    /// For people: `merge fold`, `bank account`.
    String name();

    /// Identifies the rule exactly; two folds with the same digest give the same state. For rules, the SHA-256 of the
    /// text in hexadecimal.
    String digest();

    /// Writes the initial state of an aggregate of this category into an empty editor.
    void begin(String category, StateEditor state);

    /// Applies one event.
    ///
    /// @throws FoldFailure when the rule cannot be applied to this event; the caller takes back what was written
    void apply(FoldEvent event, StateEditor state) throws FoldFailure;

    /// Whether the result is a guess (the merge fold) and must be shown as one.
    default boolean isGuess() {
        return false;
    }
}
