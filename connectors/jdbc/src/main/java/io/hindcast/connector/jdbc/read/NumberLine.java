package io.hindcast.connector.jdbc.read;

import io.hindcast.connector.jdbc.dialect.PageQuery;
import io.hindcast.connector.jdbc.dialect.ResultSetReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/// The lowest and the highest position of a store.
record NumberLine(long first, long last) {
    /// Nothing when there is no row.
    static Optional<NumberLine> read(Connection connection, PageQuery query) throws SQLException {
        try (var statement = connection.prepareStatement(query.sql())) {
            ResultSetReader.limit(statement);
            try (var result = statement.executeQuery()) {
                result.next();
                long first = result.getLong(1);
                boolean empty = result.wasNull();
                return empty ? Optional.empty() : Optional.of(new NumberLine(first, result.getLong(2)));
            }
        }
    }
}
