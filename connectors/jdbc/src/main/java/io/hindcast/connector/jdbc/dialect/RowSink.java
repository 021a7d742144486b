package io.hindcast.connector.jdbc.dialect;

import java.sql.SQLException;
import java.util.List;

/// Takes rows one by one.
@FunctionalInterface
public interface RowSink {
    /// Rows of which a sink may be told at a time: enough for a processor to fetch what is needed for all of them.
    int MOST_EXPECTED = 16;

    /// Takes the row; says whether it wants another.
    boolean take(Row row) throws SQLException;

    /// Tells of the rows that will be taken next, in this order. Whoever looks something up for each row, anywhere in
    /// memory, can do so for all at a time and waits once. Not every reader tells of rows to come.
    ///
    /// @param rows at most [#MOST_EXPECTED]
    default void expect(List<? extends Row> rows) throws SQLException {}
}
