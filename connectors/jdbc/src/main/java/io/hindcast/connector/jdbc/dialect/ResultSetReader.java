package io.hindcast.connector.jdbc.dialect;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.util.List;

/// Runs statements through JDBC, with fetch size and time-out always set.
public final class ResultSetReader {
    /// Long enough for a scan of a large table by a slow disk, short enough not to burden a store for ever.
    private static final Duration TIME_OUT = Duration.ofMinutes(5);

    private static final int FETCH_HEADERS = 2_000;
    /// Fewer rows at a time where one of them may be 10 MB.
    private static final int FETCH_BODIES = 100;

    private ResultSetReader() {}

    static void read(Dialect dialect, Connection connection, PageQuery query, RowSink sink) throws SQLException {
        try (var statement =
                connection.prepareStatement(query.sql(), ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
            limit(statement);
            statement.setFetchSize(Math.min(query.limit(), query.readsBodies() ? FETCH_BODIES : FETCH_HEADERS));
            bind(statement, query.values());
            try (var result = statement.executeQuery()) {
                var row = dialect.row(result);
                boolean more = true;
                while (more && result.next()) {
                    more = sink.take(row);
                }
            }
        }
    }

    /// Bounds the time that a statement may take.
    public static void limit(PreparedStatement statement) throws SQLException {
        statement.setQueryTimeout(Math.toIntExact(TIME_OUT.toSeconds()));
    }

    /// Sets the values of a statement from left to right.
    public static void bind(PreparedStatement statement, List<KeyPart> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            switch (values.get(i)) {
                case KeyPart.Absent() -> statement.setNull(i + 1, Types.VARCHAR);
                case KeyPart.Number(long number) -> statement.setLong(i + 1, number);
                case KeyPart.Real real -> statement.setDouble(i + 1, Double.longBitsToDouble(real.bits()));
                case KeyPart.Text(String text) -> statement.setString(i + 1, text);
                case KeyPart.Bytes bytes -> statement.setBytes(i + 1, bytes.array());
            }
        }
    }
}
