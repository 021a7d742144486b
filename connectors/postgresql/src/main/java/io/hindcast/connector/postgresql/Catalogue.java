package io.hindcast.connector.postgresql;

import io.hindcast.connector.jdbc.dialect.Column;
import io.hindcast.connector.jdbc.dialect.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// What the database says of its own tables. Partitions are left out: their table speaks for them.
/// Safe for many threads.
final class Catalogue {
    private static final String TABLES =
            """
            SELECT n.nspname, c.relname, a.attname,
                   CASE WHEN b.typnamespace = 'pg_catalog'::regnamespace THEN b.typname::text
                        ELSE pg_catalog.format_type(b.oid, NULL) END,
                   NOT a.attnotnull, c.relkind IN ('r', 'm'),
                   c.relkind = 'p' AND NOT EXISTS (
                       SELECT FROM pg_catalog.pg_class f WHERE f.relispartition AND f.relkind = 'f')
            FROM pg_catalog.pg_class c
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
            JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
            JOIN pg_catalog.pg_type b ON b.oid = coalesce(nullif(t.typbasetype, 0), t.oid)
            WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f')
              AND NOT c.relispartition
              AND n.nspname NOT IN ('pg_catalog', 'information_schema')
              AND n.nspname NOT LIKE 'pg\\_toast%' AND n.nspname NOT LIKE 'pg\\_temp\\_%'
              AND (? = '' OR n.nspname = ?)
              AND
            """;
    private static final String OPEN =
            " pg_catalog.has_schema_privilege(n.oid, 'USAGE') AND pg_catalog.has_column_privilege(c.oid, a.attnum, 'SELECT')";
    private static final String CLOSED =
            " NOT (pg_catalog.has_schema_privilege(n.oid, 'USAGE') AND pg_catalog.has_any_column_privilege(c.oid, 'SELECT'))";
    private static final String ORDER = " ORDER BY c.relkind IN ('v', 'm', 'f'), n.nspname, c.relname, a.attnum";

    private static final String UNIQUE_KEYS =
            """
            SELECT i.indexrelid::bigint, a.attname
            FROM pg_catalog.pg_index i
            JOIN pg_catalog.pg_class c ON c.oid = i.indrelid
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            CROSS JOIN LATERAL unnest(i.indkey::smallint[]) WITH ORDINALITY AS k (attnum, place)
            JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum
            WHERE i.indisunique AND i.indisvalid AND i.indpred IS NULL AND i.indexprs IS NULL
              AND k.place <= i.indnkeyatts
              AND n.nspname = ? AND c.relname = ?
            ORDER BY i.indisprimary DESC, i.indexrelid, k.place
            """;


    private record Name(String schema, String table) {}

    private final String schema;
    private final Set<Name> numbered = ConcurrentHashMap.newKeySet();
    private final Set<Name> partitioned = ConcurrentHashMap.newKeySet();

    /// @param schema only of this schema; of all when empty
    Catalogue(String schema) {
        this.schema = schema;
    }

    /// Tables that this role may read, then views, without their keys.
    List<Table> tables(Connection connection) throws SQLException {
        return tables(connection, OPEN);
    }

    /// Tables and views that are there and that this role may not read.
    List<Table> closedTables(Connection connection) throws SQLException {
        return tables(connection, CLOSED);
    }

    private List<Table> tables(Connection connection, String which) throws SQLException {
        var columns = new LinkedHashMap<Name, List<Column>>();
        try (var statement = connection.prepareStatement(TABLES + which + ORDER)) {
            statement.setString(1, schema);
            statement.setString(2, schema);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var name = new Name(rows.getString(1), rows.getString(2));
                    if (rows.getBoolean(6)) {
                        numbered.add(name);
                    }
                    if (rows.getBoolean(7)) {
                        partitioned.add(name);
                    }
                    columns.computeIfAbsent(name, _ -> new ArrayList<>())
                            .add(new Column(rows.getString(3), rows.getString(4), rows.getBoolean(5)));
                }
            }
        }
        return columns.entrySet().stream()
                .map(entry -> new Table(
                        entry.getKey().schema(), entry.getKey().table(), entry.getValue(), List.of()))
                .toList();
    }

    /// Whether the rows have numbers of their own: not those of views and partitioned tables.
    boolean numbersRows(Table table) {
        return numbered.contains(new Name(table.schema(), table.name()));
    }

    /// Whether a row is found again by its table and its number there: not in views and where partitions lie elsewhere.
    boolean placesRows(Table table) {
        return numbersRows(table) || partitioned.contains(new Name(table.schema(), table.name()));
    }

    /// Keys by which a row can be found again; the primary key first.
    List<List<String>> uniqueKeys(Connection connection, Table table) throws SQLException {
        var keys = new LinkedHashMap<Long, List<String>>();
        try (var statement = connection.prepareStatement(UNIQUE_KEYS)) {
            statement.setString(1, table.schema());
            statement.setString(2, table.name());
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    keys.computeIfAbsent(rows.getLong(1), _ -> new ArrayList<>()).add(rows.getString(2));
                }
            }
        }
        return List.copyOf(keys.values());
    }
}
