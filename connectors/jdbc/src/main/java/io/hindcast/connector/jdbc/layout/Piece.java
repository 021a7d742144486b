package io.hindcast.connector.jdbc.layout;

/// A stretch of a [Value]'s template.
public sealed interface Piece {
    /// Text that stands as it is.
    record Literal(String text) implements Piece {}

    /// The value of a column; names are compared without case and underscores.
    ///
    /// @param name with the name of the [Join] and a dot before it where the column is not of the table itself
    /// @param optional whether the layout still fits a table without the column, and a row without a value
    record Column(String name, boolean optional) implements Piece {
        /// The name of the join, "" for the table itself.
        public String of() {
            return name.substring(0, Math.max(0, name.indexOf('.')));
        }

        /// The column's name without that of the join.
        public String bare() {
            return name.substring(name.indexOf('.') + 1);
        }

        /// Whether it is written `*` and stands for all columns that no other value speaks of, as one JSON object; of a
        /// joined table for all of its columns.
        public boolean isRest() {
            return bare().equals("*");
        }
    }
}
