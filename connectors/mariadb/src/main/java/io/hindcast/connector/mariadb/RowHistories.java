package io.hindcast.connector.mariadb;

import io.hindcast.connector.jdbc.dialect.Column;
import io.hindcast.connector.jdbc.dialect.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// The versions of rows that MariaDB keeps for system-versioned tables, as one table that is made up of all of them: a row a
/// change. The server works it out and sorts it for every page, for it has no index over the times.
///
/// Tables without a primary key, and those versioned by transactions instead of times, are left out.
final class RowHistories {
    static final List<List<String>> KEYS = List.of(List.of("row_table", "row_key", "row_version"));

    private static final String NAME = "system-versioned-rows";
    private static final List<Column> COLUMNS = List.of(
            new Column("row_table", "varchar", false),
            new Column("row_key", "varchar", false),
            new Column("row_version", "bigint", false),
            new Column("row_change", "varchar", false),
            new Column("row_at", "timestamp", false),
            new Column("row_data", "json", false));

    private static final String VERSIONED =
            """
            SELECT t.table_schema, t.table_name FROM information_schema.tables t
            WHERE t.table_type = 'SYSTEM VERSIONED'
              AND NOT EXISTS (SELECT 1 FROM information_schema.columns c
                  WHERE c.table_schema = t.table_schema AND c.table_name = t.table_name
                    AND c.generation_expression = 'ROW START' AND c.data_type <> 'timestamp')
            ORDER BY t.table_schema, t.table_name
            """;

    /// Every version of a row, beside the one before and the one behind it.
    private static final String CHANGES =
            """
            SELECT %1$s AS row_table, v.k AS row_key, IF(v.ended <=> v.began, 'update', 'insert') AS row_change,
                   v.began AS row_at, 1 AS place, v.body AS row_data
            FROM (SELECT %2$s AS k, ROW_START AS began, LAG(ROW_END) OVER w AS ended, %3$s AS body
                  FROM %4$s FOR SYSTEM_TIME ALL WINDOW w AS (PARTITION BY %5$s ORDER BY ROW_START, ROW_END)) v
            UNION ALL
            SELECT %1$s, v.k, 'delete', v.ended, 0, '{}'
            FROM (SELECT %2$s AS k, ROW_END AS ended, LEAD(ROW_START) OVER w AS began
                  FROM %4$s FOR SYSTEM_TIME ALL WINDOW w AS (PARTITION BY %5$s ORDER BY ROW_START, ROW_END)) v
            WHERE v.ended <= CURRENT_TIMESTAMP(6) AND NOT (v.began <=> v.ended)
            """;

    private final Catalogue catalogue;
    private final UnaryOperator<String> quote;
    private volatile String statement = "";

    RowHistories(Catalogue catalogue, UnaryOperator<String> quote) {
        this.catalogue = catalogue;
        this.quote = quote;
    }

    boolean isOne(Table table) {
        return table.name().equals(NAME);
    }

    /// What stands behind FROM.
    String statement() {
        return statement;
    }

    /// The table of all changes; absent where no table of these keeps versions.
    Optional<Table> find(Connection connection, List<Table> tables) throws SQLException {
        if (!connection.getMetaData().getDatabaseProductName().contains("MariaDB")) {
            return Optional.empty();
        }
        var parts = new ArrayList<String>();
        try (var question = connection.createStatement();
                var rows = question.executeQuery(VERSIONED)) {
            while (rows.next()) {
                String schema = rows.getString(1);
                String name = rows.getString(2);
                for (Table table : tables) {
                    if (table.schema().equals(schema) && table.name().equals(name)) {
                        changes(connection, table).ifPresent(parts::add);
                    }
                }
            }
        }
        statement = "(SELECT row_table, row_key, ROW_NUMBER() OVER (PARTITION BY row_table, row_key"
                + " ORDER BY row_at, place) AS row_version, row_change, row_at, row_data FROM ("
                + String.join(" UNION ALL ", parts) + ") AS changes) AS " + quote.apply(NAME);
        return parts.isEmpty() ? Optional.empty() : Optional.of(new Table("", NAME, COLUMNS, List.of()));
    }

    private Optional<String> changes(Connection connection, Table table) throws SQLException {
        var keys = catalogue.uniqueKeys(connection, table).stream().findFirst();
        List<String> own = table.columns().stream()
                .map(Column::name)
                .filter(name -> !isBound(name))
                .toList();
        List<String> key = keys.orElse(List.of()).stream().filter(name -> !isBound(name)).toList();
        if (key.isEmpty()) {
            return Optional.empty();
        }
        String joined = key.stream().map(quote).map(name -> "CAST(" + name + " AS CHAR)").collect(Collectors.joining(", "));
        return Optional.of(CHANGES.formatted(
                literal(table.title()),
                "CONCAT_WS('/', " + joined + ")",
                body(own),
                quote.apply(table.schema()) + "." + quote.apply(table.name()),
                key.stream().map(quote).collect(Collectors.joining(", "))));
    }

    private static boolean isBound(String column) {
        return column.equalsIgnoreCase("row_start") || column.equalsIgnoreCase("row_end");
    }

    /// A JSON object of the columns that are not as they were; of all where the row was not there before.
    private String body(List<String> columns) {
        return columns.stream()
                .map(name -> "IF(LAG(ROW_END) OVER w <=> ROW_START AND " + quote.apply(name) + " <=> LAG(" + quote.apply(name)
                        + ") OVER w, '{}', JSON_OBJECT(" + literal(name) + ", " + quote.apply(name) + "))")
                .collect(Collectors.joining(", ", "JSON_MERGE_PRESERVE('{}', ", ")"));
    }

    private static String literal(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
