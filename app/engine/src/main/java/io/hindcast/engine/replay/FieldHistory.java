package io.hindcast.engine.replay;

import io.hindcast.engine.state.FieldPath;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;

/// What became of single fields in one stream, answered without folding again. What the fold wrote before the first
/// event is nobody's change. Indexes are places in the stream, as in [StreamHistory]. Safe for many threads.
public interface FieldHistory {
    /// Who set this: the changes of fields and of everything below them, the newest event first; within an event in the
    /// order of writing.
    ///
    /// @param first the earliest event that counts
    /// @param last the latest event that counts
    /// @param most so many rows at most, but an event is told as a whole
    List<FieldChange> changes(FieldPattern field, int first, int last, int most);

    /// The next event behind a place that changed the field or something below it.
    ///
    /// @param index a place in the stream, or [StreamHistory#BEFORE_FIRST]
    OptionalInt nextChange(FieldPattern field, int index);

    /// The last event before a place that changed the field or something below it.
    OptionalInt previousChange(FieldPattern field, int index);

    /// A numeric field over the events from `first` to `last`, equally many in each column.
    ///
    /// @param columns at least 1
    Curve curve(FieldPath field, int first, int last, int columns);

    /// A numeric field over recorded time, equally much of it in each column, both ends included. An event without a
    /// time falls into the column of the event before it; so does one whose clock went back.
    ///
    /// @param columns at least 1
    default Curve curve(FieldPath field, Instant from, Instant to, int columns) {
        return curve(field, from, to, ColumnStarts.evenly(from, to), columns);
    }

    /// The same over an axis on which time does not go by evenly.
    ///
    /// @param share where between the left edge, 0, and the right one, 1, an instant lies; never less for a later one
    /// @param columns at least 1
    Curve curve(FieldPath field, Instant from, Instant to, ToDoubleFunction<Instant> share, int columns);
}
