package io.hindcast.engine.fold;

import io.hindcast.engine.state.FieldPath;
import io.hindcast.event.FieldLocation;
import java.util.Optional;

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

    /// Whether the fold says anything about aggregates of this category. What it does not cover is better shown with the
    /// merge fold.
    default boolean covers(String category) {
        return true;
    }

    /// Whether the fold knows what to do with this event type, be it to ignore it. Events of other types leave the state
    /// as it is, or fail, and are worth counting.
    default boolean knows(String category, String type) {
        return true;
    }

    /// Holds the words of the fold against events, where its text says what events have.
    default Optional<WordCheck> wordCheck() {
        return Optional.empty();
    }

    /// Whether the result can depend on the metadata of events. Where it cannot, they need not be decoded: events may
    /// then come with metadata that are [io.hindcast.engine.state.Absent].
    default boolean readsMetadata() {
        return true;
    }

    /// How snapshots of this category compare with the state this fold makes.
    default SnapshotComparison comparison(String category) {
        return SnapshotComparison.PLAIN;
    }

    /// Where events of this category say when they hold in the world, if the fold was told.
    default Optional<FieldLocation> effectiveAt(String category) {
        return Optional.empty();
    }

    /// Where the state of an aggregate of this category names its currency, if the fold was told: amounts of different
    /// currencies are never added up.
    default Optional<FieldPath> currency(String category) {
        return Optional.empty();
    }

    /// The event as this fold takes it: as it was recorded; under a hypothesis with another body, or not at all.
    default Optional<FoldEvent> taken(FoldEvent event) {
        return Optional.of(event);
    }

    /// Whether the result is a what-if and must be shown as one, wherever it goes.
    default boolean isHypothetical() {
        return false;
    }

    /// Whether the result is a guess (the merge fold) and must be shown as one.
    default boolean isGuess() {
        return false;
    }
}
