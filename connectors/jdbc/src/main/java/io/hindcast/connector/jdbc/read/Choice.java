package io.hindcast.connector.jdbc.read;

import io.hindcast.connector.ReadRequest.VersionRange;
import io.hindcast.connector.jdbc.dialect.Row;
import java.sql.SQLException;
import java.util.function.Predicate;

/// Which rows of an answer are wanted, as far as the statement could not say so.
///
/// @param skips rules that leave rows out and were not written into the statement
record Choice(Predicate<String> streams, Predicate<String> categories, VersionRange versions, NameSkips skips) {
    boolean wants(String stream, String category, Row row) throws SQLException {
        return streams.test(stream) && categories.test(category) && !skips.skip(row);
    }
}
