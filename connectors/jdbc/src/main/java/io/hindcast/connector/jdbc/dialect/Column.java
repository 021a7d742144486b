package io.hindcast.connector.jdbc.dialect;

/// A column as the catalogue names it.
///
/// @param name in the database's own spelling; not quoted
/// @param typeName the database's name of the type, in lower case
/// @param nullable whether a row may lack a value
/// @param rowId whether it is the database's hidden number of the row and not a real column
public record Column(String name, String typeName, boolean nullable, boolean rowId) {
    public Column(String name, String typeName, boolean nullable) {
        this(name, typeName, nullable, false);
    }
}
