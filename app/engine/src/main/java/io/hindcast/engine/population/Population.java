package io.hindcast.engine.population;

import io.hindcast.event.Position;
import java.time.Instant;
import java.util.Optional;

/// The control totals of a question to a whole category: what was looked at, and where each event went.
///
/// @param streams streams of the category
/// @param aggregates those that had begun at the moment: the rows of the answer
/// @param eventsRead events of the category, counted as they were read
/// @param eventsApplied events that went into the states, those with a problem included
/// @param eventsAfter events after the moment
/// @param eventsNotYetEffective events recorded by the moment that hold only after the effective date
/// @param eventsWithProblem events among those applied that could not be folded
/// @param unreliable aggregates with such an event
/// @param deleted aggregates whose streams are marked deleted or archived
/// @param readAgain streams that were read once more on their own, because in the store's order their versions or their
///     recorded times go back
/// @param passes how often the store was read: more than once where the states did not fit into memory together
/// @param lastPosition the highest position that went into a state
/// @param lastRecordedAt the latest recorded time that went into a state
/// @param isComplete false when somebody stopped it: what is there is right, but not all is there
public record Population(
        long streams,
        long aggregates,
        long eventsRead,
        long eventsApplied,
        long eventsAfter,
        long eventsNotYetEffective,
        long eventsWithProblem,
        long unreliable,
        long deleted,
        long readAgain,
        int passes,
        Optional<Position> lastPosition,
        Optional<Instant> lastRecordedAt,
        boolean isComplete) {

    /// Streams that had no event at the moment yet.
    public long notYetBegun() {
        return streams - aggregates;
    }

    /// Whether every event read is accounted for. False when the store grew while it was read again.
    public boolean tiesOut() {
        return eventsRead == eventsApplied + eventsAfter + eventsNotYetEffective;
    }
}
