package io.hindcast.connector.mariadb;

import io.hindcast.connector.jdbc.dialect.Column;
import io.hindcast.connector.jdbc.dialect.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What the server says of its own tables, as far as the account may see them. Safe for many threads.
final class Catalogue {
    private static final String TABLES =
            """
            SELECT c.table_schema, c.table_name, c.column_name, c.data_type, c.column_type, c.is_nullable
            FROM information_schema.columns c
            WHERE c.table_schema NOT IN ('mysql', 'information_schema', 'performance_schema', 'sys')
              AND (? = '' OR c.table_schema = ?)
            ORDER BY c.table_schema, c.table_name, c.ordinal_position
            """;

    private static final String VIEWS =
            """
            SELECT t.table_schema, t.table_name
            FROM information_schema.tables t
            WHERE t.table_type = 'VIEW' AND (? = '' OR t.table_schema = ?)
            """;

    private static final String UNIQUE_KEYS =
            """
            SELECT s.index_name, s.column_name
            FROM information_schema.statistics s
            WHERE s.table_schema = ? AND s.table_name = ? AND s.non_unique = 0
              AND NOT EXISTS (SELECT 1 FROM information_schema.statistics p
                  WHERE p.table_schema = s.table_schema AND p.table_name = s.table_name
                    AND p.index_name = s.index_name AND (p.sub_part IS NOT NULL OR p.column_name IS NULL))
            ORDER BY s.index_name <> 'PRIMARY', s.index_name, s.seq_in_index
            """;

    /// A column of which only the beginning is indexed gives no order.
    private static final String INDEXES =
            """
            SELECT s.index_name, CASE WHEN s.sub_part IS NULL THEN s.column_name END, s.collation, s.non_unique
            FROM information_schema.statistics s
            WHERE s.table_schema = ? AND s.table_name = ? AND s.index_type = 'BTREE'
            ORDER BY s.index_name <> 'PRIMARY', s.index_name, s.seq_in_index
            """;
    private static final String PRIMARY = "PRIMARY";

    private record Name(String schema, String table) {}

    private final String schema;

    /// @param schema only tables of this database; of all when empty
    Catalogue(String schema) {
        this.schema = schema;
    }

    /// Tables, then views, without their keys.
    List<Table> tables(Connection connection) throws SQLException {
        var columns = new LinkedHashMap<Name, List<Column>>();
        try (var statement = connection.prepareStatement(TABLES)) {
            statement.setString(1, schema);
            statement.setString(2, schema);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    columns.computeIfAbsent(
                                    new Name(rows.getString(1), rows.getString(2)), _ -> new ArrayList<>())
                            .add(new Column(
                                    rows.getString(3),
                                    type(rows.getString(4), rows.getString(5)),
                                    rows.getString(6).equals("YES")));
                }
            }
        }
        var views = views(connection);
        return columns.entrySet().stream()
                .sorted(Comparator.comparing(entry -> views.contains(entry.getKey())))
                .map(entry -> new Table(
                        entry.getKey().schema(), entry.getKey().table(), entry.getValue(), List.of()))
                .toList();
    }

    private Set<Name> views(Connection connection) throws SQLException {
        var views = new HashSet<Name>();
        try (var statement = connection.prepareStatement(VIEWS)) {
            statement.setString(1, schema);
            statement.setString(2, schema);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    views.add(new Name(rows.getString(1), rows.getString(2)));
                }
            }
        }
        return views;
    }

    /// `bigint unsigned`, `tinyint(1)` for what stands for a truth value, else the bare name.
    private static String type(String name, String whole) {
        String bare = name.toLowerCase(Locale.ROOT);
        String full = whole.toLowerCase(Locale.ROOT);
        if (full.equals("tinyint(1)")) {
            return full;
        }
        return full.contains("unsigned") ? bare + " unsigned" : bare;
    }

    /// The columns by which each index orders rows; behind those that are not unique come those of the primary key.
    List<List<String>> indexes(Connection connection, Table table) throws SQLException {
        var indexes = new LinkedHashMap<String, List<String>>();
        var ended = new HashSet<String>();
        var unique = new HashSet<String>();
        try (var statement = connection.prepareStatement(INDEXES)) {
            statement.setString(1, table.schema());
            statement.setString(2, table.name());
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    String index = rows.getString(1);
                    String column = rows.getString(2);
                    if (rows.getInt(4) == 0) {
                        unique.add(index);
                    }
                    var columns = indexes.computeIfAbsent(index, _ -> new ArrayList<>());
                    if (column == null || !"A".equals(rows.getString(3))) {
                        ended.add(index);
                    } else if (!ended.contains(index)) {
                        columns.add(column);
                    }
                }
            }
        }
        var primary = List.copyOf(indexes.getOrDefault(PRIMARY, List.of()));
        indexes.forEach((index, columns) -> {
            if (!unique.contains(index) && !ended.contains(index)) {
                primary.stream().filter(column -> !columns.contains(column)).forEach(columns::add);
            }
        });
        return indexes.values().stream().filter(columns -> !columns.isEmpty()).toList();
    }

    /// Keys by which a row can be found again; the primary key first. An index over parts of texts is none.
    List<List<String>> uniqueKeys(Connection connection, Table table) throws SQLException {
        var keys = new LinkedHashMap<String, List<String>>();
        try (var statement = connection.prepareStatement(UNIQUE_KEYS)) {
            statement.setString(1, table.schema());
            statement.setString(2, table.name());
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    keys.computeIfAbsent(rows.getString(1), _ -> new ArrayList<>()).add(rows.getString(2));
                }
            }
        }
        return List.copyOf(keys.values());
    }
}
