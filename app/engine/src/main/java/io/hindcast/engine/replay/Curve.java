package io.hindcast.engine.replay;

import io.hindcast.engine.state.Num;
import java.util.List;
import java.util.Optional;

/// A numeric field drawn over a run of events in so many columns, one a pixel or so; every number is exact.
///
/// @param columns from left to right
public record Curve(List<Column> columns) {
    public Curve {
        columns = List.copyOf(columns);
    }

    /// What happened in one column.
    ///
    /// @param firstIndex the first event of the column; where it has none, the event whose value holds there
    /// @param lastIndex its last event; where it has none, the same as `firstIndex`
    /// @param changes how many events of this column changed the field
    /// @param values nothing where the field was no number all the time
    public record Column(int firstIndex, int lastIndex, int changes, Optional<Values> values) {}

    /// The numbers that the field held within a column, the one it came in with among them.
    ///
    /// @param last what it held at the column's end; nothing if it was no number then
    public record Values(Num least, Num most, Optional<Num> last) {}
}
