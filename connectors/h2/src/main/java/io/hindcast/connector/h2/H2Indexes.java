package io.hindcast.connector.h2;

import io.hindcast.connector.jdbc.dialect.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The indexes of a table, out of H2's own catalogue. What JDBC offers for that also tells how many pages each index has,
/// and H2 walks through all of them to say so: half a second where there are five million rows.
final class H2Indexes {
    private static final String COLUMNS =
            """
            SELECT INDEX_NAME, COLUMN_NAME, IS_UNIQUE
            FROM INFORMATION_SCHEMA.INDEX_COLUMNS
            WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ?
            ORDER BY INDEX_NAME, ORDINAL_POSITION
            """;

    private record Index(boolean unique, List<String> columns) {}

    private H2Indexes() {}

    /// The primary key and then the columns of each unique index.
    static List<List<String>> uniqueKeys(Connection connection, Table table) throws SQLException {
        var keys = new LinkedHashSet<List<String>>();
        var primary = new TreeMap<Integer, String>();
        try (var rows = connection.getMetaData().getPrimaryKeys(null, table.schema(), table.name())) {
            while (rows.next()) {
                primary.put(rows.getInt("KEY_SEQ"), rows.getString("COLUMN_NAME"));
            }
        }
        if (!primary.isEmpty()) {
            keys.add(List.copyOf(primary.values()));
        }
        indexes(connection, table).stream().filter(Index::unique).map(Index::columns).forEach(keys::add);
        return List.copyOf(keys);
    }

    /// The columns of every index.
    static List<List<String>> columns(Connection connection, Table table) throws SQLException {
        return indexes(connection, table).stream().map(Index::columns).toList();
    }

    private static List<Index> indexes(Connection connection, Table table) throws SQLException {
        Map<String, Index> indexes = new LinkedHashMap<>();
        try (var statement = connection.prepareStatement(COLUMNS)) {
            statement.setString(1, table.schema());
            statement.setString(2, table.name());
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    boolean unique = rows.getBoolean(3);
                    indexes.computeIfAbsent(rows.getString(1), _ -> new Index(unique, new ArrayList<>()))
                            .columns()
                            .add(rows.getString(2));
                }
            }
        }
        return List.copyOf(indexes.values());
    }
}
