package io.hindcast.connector.jdbc.dialect;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Where rows of a table are found again at once, each place a number. What a place is, only the database knows, and it may
/// hold another row or none when that row is rewritten. For one order of one reading; one thread makes numbers, any number of
/// them use them then.
public interface RowPlaces {
    /// What has to be read of a row to know its place, each as [Reading#KEY].
    List<Column> columns();

    /// The place of a row.
    ///
    /// @param key the values of [#columns()]
    long of(List<KeyPart> key);

    /// The condition that a row lies at one of these places.
    ///
    /// @param named gives a column the name of its table in the statement
    Written among(UnaryOperator<Column> named, Dialect dialect, long... places);

    /// The table with the columns that have to be read.
    default Table told(Table table) {
        return table;
    }

    /// What stands for the table where rows at some places are read; perhaps nothing else is in it.
    default Written from(Table table, Dialect dialect, long... places) {
        return Written.of(dialect.from(table));
    }

    /// Whether no more places are kept.
    default boolean isFull() {
        return false;
    }

    /// For so many rows a condition can be written.
    default int mostAtOnce() {
        return 1 << 15;
    }

    /// By a whole number that no two rows of a table share, else by another unique key of it.
    static Optional<RowPlaces> byKey(Table table) {
        var keys = table.uniqueKeys().stream()
                .filter(key -> key.stream().allMatch(name -> table.column(name).isPresent()))
                .map(key -> key.stream().flatMap(name -> table.column(name).stream()).toList())
                .filter(key -> !key.isEmpty() && key.stream().noneMatch(Column::nullable))
                .toList();
        return keys.stream()
                .filter(key -> key.size() == 1 && Dialect.WHOLE_NUMBERS.contains(key.getFirst().typeName()))
                .findFirst()
                .<RowPlaces>map(key -> new NumberedRows(key.getFirst()))
                .or(() -> keys.stream().findFirst().map(KeyedRows::new));
    }
}
