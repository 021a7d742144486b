package io.hindcast.connector.postgresql;

import io.hindcast.connector.jdbc.dialect.KeyPart;
import io.hindcast.connector.jdbc.dialect.PageQuery;
import io.hindcast.connector.jdbc.dialect.ResultSetReader;
import io.hindcast.connector.jdbc.dialect.RowSink;
import io.hindcast.connector.jdbc.dialect.Slot;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/// Reads a page in binary bulk: half the time and a third of the garbage of a result set. Servers that speak
/// PostgreSQL's language but do not copy get a plain query. Safe for many threads.
///
/// When the sink has enough before the copy ends, the connection is closed: cancelling could hit the next statement,
/// and reading the rest could be gigabytes.
final class PageReader {
    private static final int FETCH = 500;
    private static final String NOT_SUPPORTED = "0A000";
    private static final String SYNTAX = "42601";

    private volatile boolean copies;

    /// @param copies whether to try binary bulk first
    PageReader(boolean copies) {
        this.copies = copies;
    }

    void read(Connection connection, PageQuery query, RowSink sink) throws SQLException {
        var types = query.slots().stream().map(PageReader::arrival).toList();
        if (copies) {
            CopyOut copy;
            try {
                copy = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(statement(query));
            } catch (SQLException e) {
                if (!NOT_SUPPORTED.equals(e.getSQLState()) && !SYNTAX.equals(e.getSQLState())) {
                    throw e;
                }
                connection.rollback();
                copies = false;
                select(connection, query, types, sink);
                return;
            }
            copy(copy, types, sink);
            if (copy.isActive()) {
                connection.abort(Runnable::run);
            }
        } else {
            select(connection, query, types, sink);
        }
    }

    private static void copy(CopyOut copy, List<PostgresType> types, RowSink sink) throws SQLException {
        var copied = new CopyRows(copy, types);
        boolean more = true;
        for (var rows = copied.next(); more && !rows.isEmpty(); rows = copied.next()) {
            sink.expect(rows);
            for (int i = 0; more && i < rows.size(); i++) {
                more = sink.take(rows.get(i));
            }
        }
    }

    private static void select(Connection connection, PageQuery query, List<PostgresType> types, RowSink sink)
            throws SQLException {
        try (var statement = connection.prepareStatement(
                query.sql(), ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
            ResultSetReader.limit(statement);
            statement.setFetchSize(Math.min(FETCH, query.limit()));
            ResultSetReader.bind(statement, query.values());
            try (var result = statement.executeQuery()) {
                var row = new SelectedRow(result, types);
                boolean more = true;
                while (more && result.next()) {
                    more = sink.take(row);
                }
            }
        }
    }

    private static PostgresType arrival(Slot slot) {
        return slot.column().rowId()
                ? PostgresType.TEXT
                : PostgresType.of(slot.column()).arrivesAs(slot.reading());
    }

    /// A copy takes no parameters, so the values stand in the text, each in a form that can be nothing but a value.
    private static String statement(PageQuery query) {
        var text = new StringBuilder("COPY (").append(query.fragments().getFirst());
        for (int i = 0; i < query.values().size(); i++) {
            text.append(literal(query.values().get(i)));
            text.append(query.fragments().get(i + 1));
        }
        return text.append(") TO STDOUT (FORMAT BINARY)").toString();
    }

    static String literal(KeyPart value) {
        return switch (value) {
            case KeyPart.Absent() -> "NULL";
            case KeyPart.Number(long number) -> "'" + number + "'::int8";
            case KeyPart.Real(long bits) -> "'" + Double.longBitsToDouble(bits) + "'::float8";
            case KeyPart.Text(String text) -> "'" + text.replace("'", "''") + "'";
            case KeyPart.Bytes(String hex) -> "'\\x" + hex + "'::bytea";
        };
    }
}
