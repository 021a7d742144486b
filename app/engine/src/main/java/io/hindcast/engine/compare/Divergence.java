package io.hindcast.engine.compare;

import io.hindcast.engine.state.Change;
import io.hindcast.event.Event;
import java.util.List;
import java.util.Optional;

/// The first event after which two folds of one stream disagree.
///
/// @param index the event's place in the stream, 0-based; -1 when already the initial states differ
/// @param event absent when already the initial states differ
/// @param changes the fields that differ after it: the one fold's value (before) and the other's (after)
/// @param problem why the one fold could not apply the event
/// @param otherProblem why the other fold could not apply the event
public record Divergence(
        String stream,
        String category,
        int index,
        Optional<Event> event,
        List<Change> changes,
        Optional<String> problem,
        Optional<String> otherProblem) {
    public Divergence {
        changes = List.copyOf(changes);
    }
}
