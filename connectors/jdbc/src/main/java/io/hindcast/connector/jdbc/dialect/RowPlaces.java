package io.hindcast.connector.jdbc.dialect;

import java.util.List;
import java.util.function.UnaryOperator;

/// Where rows of a table are found again at once, each place a number. What a place is, only the database knows, and it may
/// hold another row or none when that row is rewritten. For one reading; one thread makes numbers, any number use them.
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
    String among(UnaryOperator<Column> named, Dialect dialect, long... places);
}
