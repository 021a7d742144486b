package io.hindcast.connector.jdbc.read;

import io.hindcast.connector.jdbc.dialect.Column;
import io.hindcast.connector.jdbc.dialect.Dialect;
import io.hindcast.connector.jdbc.dialect.KeyPart;
import io.hindcast.connector.jdbc.dialect.PageQuery;
import io.hindcast.connector.jdbc.dialect.ResultSetReader;
import io.hindcast.connector.jdbc.tail.Numbers;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/// The numbers in the position column of the event table, rows that are no events included: they draw numbers too.
final class PositionNumbers implements Numbers {
    private final Connections connections;
    private final String name;
    private final String placeholder;
    private final String from;

    PositionNumbers(Connections connections, Tables tables, Column column) {
        Dialect dialect = connections.dialect();
        this.connections = connections;
        this.name = dialect.name(column);
        this.placeholder = dialect.placeholder(column);
        this.from = " FROM " + tables.quoted(dialect) + " WHERE " + name + " IS NOT NULL";
    }

    @Override
    public OptionalLong last() {
        long[] newest = newest(1);
        return newest.length == 0 ? OptionalLong.empty() : OptionalLong.of(newest[0]);
    }

    @Override
    public long[] behind(long position, int most) {
        return numbers(new QueryText()
                .add("SELECT " + name + from + " AND " + name + " > ")
                .bind(placeholder, new KeyPart.Number(position))
                .add(" ORDER BY " + name + " LIMIT " + most)
                .query(List.of(), most));
    }

    @Override
    public long[] newest(int most) {
        long[] falling = numbers(new QueryText()
                .add("SELECT " + name + from + " ORDER BY " + name + " DESC LIMIT " + most)
                .query(List.of(), most));
        Arrays.sort(falling);
        return falling;
    }

    private long[] numbers(PageQuery query) {
        return connections.use(connection -> numbers(connection, query));
    }

    private static long[] numbers(Connection connection, PageQuery query) throws SQLException {
        try (var statement = connection.prepareStatement(query.sql())) {
            ResultSetReader.limit(statement);
            statement.setFetchSize(query.limit());
            ResultSetReader.bind(statement, query.values());
            try (var result = statement.executeQuery()) {
                var numbers = LongStream.builder();
                while (result.next()) {
                    numbers.add(result.getLong(1));
                }
                return numbers.build().toArray();
            }
        }
    }
}
