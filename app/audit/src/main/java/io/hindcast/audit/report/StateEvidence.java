package io.hindcast.audit.report;

import io.hindcast.engine.state.StateValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A state before and after, field by field.
///
/// @param number of the event in the timeline picture, 0 when it has none there
/// @param caption what lies between the two: stream, version and type of an event
/// @param at when that event was recorded
/// @param lines every field that holds a value before or after, in the order of the states
/// @param more how many further lines are left out here
public record StateEvidence(int number, String caption, Optional<Instant> at, List<Line> lines, long more) {
    /// Between the two ends of a period; what begins with it begins with the stream.
    private static final String ARROW = "\u2192";

    public StateEvidence {
        lines = List.copyOf(lines);
    }

    /// The caption with the time in UTC, the same in every language and zone.
    public String name() {
        return at.map(time -> caption + ", " + time).orElse(caption);
    }

    /// The caption with the time as people read it in a report.
    public String title(ReportTexts texts) {
        String whole = caption.startsWith(ARROW) ? texts.word("word.beginning") + " " + caption : caption;
        return at.map(time -> whole + ", " + texts.time(time)).orElse(whole);
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
