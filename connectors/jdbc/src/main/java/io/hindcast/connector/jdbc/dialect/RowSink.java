package io.hindcast.connector.jdbc.dialect;

import java.sql.SQLException;

/// Takes rows one by one.
@FunctionalInterface
public interface RowSink {
    /// Takes the row; says whether it wants another.
    boolean take(Row row) throws SQLException;
}
