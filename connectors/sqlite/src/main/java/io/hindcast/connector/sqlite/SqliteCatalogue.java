package io.hindcast.connector.sqlite;

import io.hindcast.connector.jdbc.dialect.Column;
import io.hindcast.connector.jdbc.dialect.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/// What tables an SQLite file has. Virtual tables are left out: opening one may need code that is not there.
final class SqliteCatalogue {
    private static final String COLUMNS = """
        SELECT t.name, t.type, t.wr, c.name, c.type, c."notnull", c.pk
        FROM pragma_table_list AS t JOIN pragma_table_xinfo(t.name) AS c
        WHERE t.schema = 'main' AND t.type IN ('table', 'view') AND t.name NOT LIKE 'sqlite!_%' ESCAPE '!'
            AND c.hidden <> 1
        ORDER BY t.type = 'view', t.name, c.cid
        """;
    private static final String PRIMARY_KEY = "SELECT name FROM pragma_table_xinfo(?) WHERE pk > 0 ORDER BY pk";
    private static final String UNIQUE_INDEXES = """
        SELECT l.name, i.seqno, i.name
        FROM pragma_index_list(?) AS l JOIN pragma_index_info(l.name) AS i
        WHERE l."unique" = 1 AND l.partial = 0
        ORDER BY l.seq, i.seqno
        """;

    private final Set<String> withRowId = ConcurrentHashMap.newKeySet();

    List<Table> tables(Connection connection) throws SQLException {
        Map<String, List<Column>> columns = new LinkedHashMap<>();
        var singleKeys = singleIntegerKeys(connection);
        try (var statement = connection.prepareStatement(COLUMNS);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                String table = rows.getString(1);
                boolean rowIdTable = rows.getString(2).equals("table") && rows.getInt(3) == 0;
                if (rowIdTable) {
                    withRowId.add(table);
                }
                boolean key = rows.getInt(7) > 0;
                boolean present = rows.getInt(6) == 1 || (key && (!rowIdTable || singleKeys.contains(table)));
                columns.computeIfAbsent(table, _ -> new ArrayList<>())
                        .add(new Column(rows.getString(4), rows.getString(5).toLowerCase(Locale.ROOT), !present));
            }
        }
        return columns.entrySet().stream()
                .map(entry -> new Table("", entry.getKey(), entry.getValue(), List.of()))
                .toList();
    }

    /// Tables whose only key column is an INTEGER PRIMARY KEY: it is the row id, and never NULL.
    private static Set<String> singleIntegerKeys(Connection connection) throws SQLException {
        Map<String, Integer> keys = new TreeMap<>();
        try (var statement = connection.prepareStatement(COLUMNS);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                if (rows.getInt(7) > 0) {
                    boolean integer = rows.getString(5).equalsIgnoreCase("integer");
                    keys.merge(rows.getString(1), integer ? 1 : 2, Integer::sum);
                }
            }
        }
        keys.values().removeIf(count -> count != 1);
        return Set.copyOf(keys.keySet());
    }

    boolean hasRowId(String table) {
        return withRowId.contains(table);
    }

    List<List<String>> uniqueKeys(Connection connection, String table) throws SQLException {
        var keys = new ArrayList<List<String>>();
        var primary = new ArrayList<String>();
        try (var statement = connection.prepareStatement(PRIMARY_KEY)) {
            statement.setString(1, table);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    primary.add(rows.getString(1));
                }
            }
        }
        if (!primary.isEmpty()) {
            keys.add(primary);
        }
        keys.addAll(uniqueIndexes(connection, table));
        return keys;
    }

    private static List<List<String>> uniqueIndexes(Connection connection, String table) throws SQLException {
        Map<String, List<String>> indexes = new LinkedHashMap<>();
        try (var statement = connection.prepareStatement(UNIQUE_INDEXES)) {
            statement.setString(1, table);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    String column = rows.getString(3);
                    indexes.computeIfAbsent(rows.getString(1), _ -> new ArrayList<>())
                            .add(column == null ? "" : column);
                }
            }
        }
        return indexes.values().stream()
                .filter(columns -> !columns.contains(""))
                .toList();
    }
}
