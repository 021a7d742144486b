package io.hindcast.connector.jdbc.guess;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The column that a role is taken from.
///
/// @param with a second column that belongs to it: the kind before the id of a stream, the time of day behind a day
/// @param others what else would have done, the likeliest first
record Choice(
        Role role, ColumnSample column, Optional<ColumnSample> with, String because, List<ColumnSample> others) {
    Choice {
        others = List.copyOf(others);
    }

    Choice together(ColumnSample second, String why) {
        return new Choice(role, column, Optional.of(second), because + ", " + why, others);
    }

    Stream<ColumnSample> columns() {
        return Stream.concat(Stream.of(column), with.stream());
    }
}
