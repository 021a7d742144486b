package io.hindcast.engine.replay;

import io.hindcast.engine.state.StateValue;
import io.hindcast.event.Event;
import java.util.List;
import java.util.Optional;

/// The state of a stream at a moment, and how it was reached.
///
/// @param moment what was asked
/// @param index the last event included, 0-based; -1 when the moment lies before the first event
/// @param last the last event included
/// @param state the folded state; [io.hindcast.engine.state.Absent] before the first event
/// @param eventsApplied how many events went into it, those with a problem included
/// @param problems the events up to the moment that could not be folded
/// @param inexact the fields that were computed with binary numbers up to the moment
public record StateAt(
        Moment moment,
        int index,
        Optional<Event> last,
        StateValue state,
        int eventsApplied,
        List<Problem> problems,
        List<Inexact> inexact) {
    public StateAt {
        problems = List.copyOf(problems);
        inexact = List.copyOf(inexact);
    }

    /// False when an event could not be folded: the state may be wrong from there on.
    public boolean isReliable() {
        return problems.isEmpty();
    }
}
