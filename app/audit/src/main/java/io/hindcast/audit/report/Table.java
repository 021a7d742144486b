package io.hindcast.audit.report;

import io.hindcast.engine.state.StateValue;
import java.util.List;
import java.util.stream.IntStream;

/// A table of a report.
///
/// @param key its name in files and, after `table.`, in the texts
public record Table(String key, List<Column> columns, Rows rows) {
    public Table {
        columns = List.copyOf(columns);
    }

    /// A table that is short.
    public static Table of(String key, List<Column> columns, List<List<StateValue>> rows) {
        return new Table(key, columns, Rows.of(rows));
    }

    /// The places of the columns that pages show.
    public List<Integer> printed() {
        return IntStream.range(0, columns.size())
                .filter(place -> columns.get(place).printed())
                .boxed()
                .toList();
    }
}
