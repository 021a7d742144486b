package io.hindcast.connector.jdbc.dialect;

/// A column as the catalogue names it.
///
/// @param name in the database's own spelling; not quoted
/// @param typeName the database's name of the type, in lower case
/// @param nullable whether a row may lack a value
/// @param rowId whether it is the database's hidden number of the row and not a real column
/// @param of what its table is called in a statement over several tables, "" in one over a single table
public record Column(String name, String typeName, boolean nullable, boolean rowId, String of) {
    public Column(String name, String typeName, boolean nullable) {
        this(name, typeName, nullable, false);
    }

    public Column(String name, String typeName, boolean nullable, boolean rowId) {
        this(name, typeName, nullable, rowId, "");
    }

    /// The same column of a table that is called so.
    public Column as(String table) {
        return new Column(name, typeName, nullable, rowId, table);
    }
}
