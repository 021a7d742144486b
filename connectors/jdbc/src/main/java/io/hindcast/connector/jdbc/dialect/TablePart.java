package io.hindcast.connector.jdbc.dialect;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;

/// One of the tables that a made-up [Table] stands for, and what its rows tell beside their own columns.
///
/// @param table a table of the catalogue
/// @param kind what its rows are rows of
/// @param key the columns that name the thing that a row tells of; empty where no column of the made-up table asks for it
/// @param body the columns that become the JSON object of a row
public record TablePart(Table table, String kind, List<Column> key, List<Column> body) {
    /// The name of the table.
    public static final String TABLE = "row_table";
    /// What its rows are rows of.
    public static final String KIND = "row_kind";
    /// The values of the key, with a slash between two of them.
    public static final String KEY = "row_key";
    /// All that no other column tells, as a JSON object.
    public static final String DATA = "row_data";

    public TablePart {
        key = List.copyOf(key);
        body = List.copyOf(body);
    }

    /// Of several parts in one statement: `(SELECT … UNION ALL SELECT …)`.
    static String union(Dialect dialect, Table madeUp) {
        return madeUp.parts().stream()
                .map(part -> part.select(dialect, madeUp.columns()))
                .collect(joining(" UNION ALL ", "(", ")"));
    }

    private String select(Dialect dialect, List<Column> columns) {
        return columns.stream()
                .map(column -> told(dialect, column) + " AS " + dialect.quote(column.name()))
                .collect(joining(", ", "SELECT ", " FROM " + dialect.from(table)));
    }

    private String told(Dialect dialect, Column column) {
        return switch (column.name()) {
            case TABLE -> dialect.text(dialect.literal(table.name()));
            case KIND -> dialect.text(dialect.literal(kind));
            case KEY ->
                key.stream().map(dialect::keyText).collect(joining(" || '/' || "));
            case DATA -> dialect.json(body);
            default -> dialect.name(own(column));
        };
    }

    private Column own(Column column) {
        Optional<Column> own = table.column(column.name());
        return own.orElseThrow(() -> new IllegalStateException(table.title() + " has no " + column.name()));
    }
}
