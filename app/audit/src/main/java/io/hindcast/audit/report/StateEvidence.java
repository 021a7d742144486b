package io.hindcast.audit.report;

import io.hindcast.engine.state.StateValue;
import java.util.List;

/// A state before and after, field by field.
///
/// @param number of the event in the timeline picture, 0 when it has none there
/// @param caption what lies between the two: stream, version, type and time of an event
/// @param lines every field that holds a value before or after, in the order of the states
/// @param more how many further lines are left out here
public record StateEvidence(int number, String caption, List<Line> lines, long more) {
    public StateEvidence {
        lines = List.copyOf(lines);
    }

    /// One field.
    ///
    /// @param path "" for the state itself, where it is no object
    /// @param before [io.hindcast.engine.state.Absent] when it was not there
    /// @param after [io.hindcast.engine.state.Absent] when it is gone
    public record Line(String path, StateValue before, StateValue after) {
        public boolean isChanged() {
            return !before.equals(after);
        }
    }
}
