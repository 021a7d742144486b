package io.hindcast.engine.population;

import io.hindcast.engine.replay.Problem;
import io.hindcast.engine.state.StateValue;
import io.hindcast.event.Position;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// One aggregate as it was at the moment of a question.
///
/// @param version of the last event that went into the state
/// @param position of that event
/// @param recordedAt of that event
/// @param eventsApplied how many events went into it, those with a problem included
/// @param problems how many of them could not be folded
/// @param firstProblems the first few of these
/// @param deleted whether the store marks the stream as deleted or archived
public record Aggregate(
        String stream,
        String category,
        OptionalLong version,
        Optional<Position> position,
        Optional<Instant> recordedAt,
        StateValue state,
        long eventsApplied,
        long problems,
        List<Problem> firstProblems,
        boolean deleted) {
    public Aggregate {
        firstProblems = List.copyOf(firstProblems);
    }

    /// False when an event could not be folded: the state may be wrong from there on.
    public boolean isReliable() {
        return problems == 0;
    }
}
