package io.hindcast.connector.jdbc.dialect;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Reads tables, columns and unique keys through [DatabaseMetaData], all columns in one go.
public final class CatalogueReader {
    private CatalogueReader() {}

    /// @param isOwn whether a schema belongs to the database itself
    public static List<Table> tables(Connection connection, Predicate<String> isOwn, String... types)
            throws SQLException {
        record Name(String schema, String name) {}
        Map<Name, List<Column>> columns = new LinkedHashMap<>();
        var catalogue = connection.getMetaData();
        try (var rows = catalogue.getTables(null, null, "%", types)) {
            while (rows.next()) {
                var name = new Name(schema(rows.getString("TABLE_SCHEM")), rows.getString("TABLE_NAME"));
                if (!isOwn.test(name.schema())) {
                    columns.put(name, new ArrayList<>());
                }
            }
        }
        try (var rows = catalogue.getColumns(null, null, "%", "%")) {
            while (rows.next()) {
                var name = new Name(schema(rows.getString("TABLE_SCHEM")), rows.getString("TABLE_NAME"));
                Optional.ofNullable(columns.get(name)).ifPresent(list -> list.add(column(rows)));
            }
        } catch (UnreadableCatalogue e) {
            throw e.cause;
        }
        return columns.entrySet().stream()
                .map(entry -> new Table(entry.getKey().schema(), entry.getKey().name(), entry.getValue(), List.of()))
                .toList();
    }

    public static List<List<String>> uniqueKeys(Connection connection, Table table) throws SQLException {
        var catalogue = connection.getMetaData();
        String schema = table.schema().isEmpty() ? null : table.schema();
        var keys = new ArrayList<List<String>>();
        var primary = new TreeMap<Integer, String>();
        try (var rows = catalogue.getPrimaryKeys(null, schema, table.name())) {
            while (rows.next()) {
                primary.put(rows.getInt("KEY_SEQ"), rows.getString("COLUMN_NAME"));
            }
        }
        if (!primary.isEmpty()) {
            keys.add(List.copyOf(primary.values()));
        }
        keys.addAll(uniqueIndexes(catalogue, schema, table.name()));
        return keys;
    }

    private static List<List<String>> uniqueIndexes(DatabaseMetaData catalogue, @Nullable String schema, String table)
            throws SQLException {
        Map<String, List<String>> indexes = new LinkedHashMap<>();
        try (var rows = catalogue.getIndexInfo(null, schema, table, true, true)) {
            while (rows.next()) {
                String index = rows.getString("INDEX_NAME");
                String column = rows.getString("COLUMN_NAME");
                if (index != null && rows.getString("FILTER_CONDITION") == null) {
                    indexes.computeIfAbsent(index, _ -> new ArrayList<>()).add(column == null ? "" : column);
                }
            }
        }
        return indexes.values().stream()
                .filter(columns -> !columns.contains(""))
                .toList();
    }

    private static Column column(ResultSet rows) {
        try {
            return new Column(
                    rows.getString("COLUMN_NAME"),
                    rows.getString("TYPE_NAME").toLowerCase(Locale.ROOT),
                    rows.getInt("NULLABLE") != DatabaseMetaData.columnNoNulls);
        } catch (SQLException e) {
            throw new UnreadableCatalogue(e);
        }
    }

    private static String schema(@Nullable String schema) {
        return schema == null ? "" : schema;
    }

    private static final class UnreadableCatalogue extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final SQLException cause;

        UnreadableCatalogue(SQLException cause) {
            super(cause);
            this.cause = cause;
        }
    }
}
