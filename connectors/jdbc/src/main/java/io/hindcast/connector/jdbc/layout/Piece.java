package io.hindcast.connector.jdbc.layout;

/// A stretch of a [Value]'s template.
public sealed interface Piece {
    /// Text that stands as it is.
    record Literal(String text) implements Piece {}

    /// The value of a column; names are compared without case and underscores.
    ///
    /// @param optional whether the layout still fits a table without the column
    record Column(String name, boolean optional) implements Piece {}
}
