package io.hindcast.connector.jdbc.dialect;

import java.util.List;

/// A column as the catalogue names it, or one that is made of several.
///
/// @param name in the database's own spelling; not quoted
/// @param typeName the database's name of the type, in lower case
/// @param nullable whether a row may lack a value
/// @param rowId whether it is the database's hidden number of the row and not a real column
/// @param of what its table is called in a statement over several tables, "" in one over a single table
/// @param made the columns whose values it holds as the members of a JSON object; empty for a column of the catalogue
public record Column(
        String name, String typeName, boolean nullable, boolean rowId, String of, List<Column> made) {
    public Column {
        made = List.copyOf(made);
    }

    public Column(String name, String typeName, boolean nullable) {
        this(name, typeName, nullable, false);
    }

    public Column(String name, String typeName, boolean nullable, boolean rowId) {
        this(name, typeName, nullable, rowId, "", List.of());
    }

    /// The values of several columns of one table as one JSON object, in this order.
    public static Column object(List<Column> columns) {
        return new Column("*", "text", false, false, "", columns);
    }

    /// The same column of a table that is called so.
    public Column as(String table) {
        return new Column(
                name, typeName, nullable, rowId, table, made.stream().map(column -> column.as(table)).toList());
    }

    /// The same column where any row may lack a value.
    public Column whereItMayBeMissing() {
        return new Column(name, typeName, true, rowId, of, made);
    }
}
