package io.hindcast.connector.jdbc.guess;

import java.util.List;

/// The column that a role is taken from.
///
/// @param others what else would have done, the likeliest first
record Choice(Role role, ColumnSample column, String because, List<ColumnSample> others) {
    Choice {
        others = List.copyOf(others);
    }
}
