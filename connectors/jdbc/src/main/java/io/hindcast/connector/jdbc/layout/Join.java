package io.hindcast.connector.jdbc.layout;

import java.util.List;
import java.util.Optional;

/// A second table whose columns belong to the rows of an event or snapshot table. No row may have two partners, or it
/// would be given twice: [#on()] covers a unique key of the joined table, or [#first()] chooses one of several.
///
/// @param name how the layout speaks of it: `{streams.type}`
/// @param tables name patterns, as in [Recognition#tables()]
/// @param on how partners are found; columns of the joined table are written with its name
/// @param needed whether a row without a partner is no event; such rows are counted. Otherwise they are given without
///     the values of the joined table
/// @param first of several partners the one with the smallest value of this column
/// @param others what the other partners are, where a person is told how many there are
public record Join(
        String name,
        List<String> tables,
        Condition on,
        boolean needed,
        Optional<Piece.Column> first,
        Optional<Others> others) {
    public Join {
        tables = List.copyOf(tables);
        if (on.columns().noneMatch(column -> column.of().equals(name))) {
            throw new IllegalArgumentException("a join on no column of its own");
        }
    }

    /// Rows of the joined table that are the partner of no row, for another is.
    public record Others(String what, String because) {}

    /// A column of the joined table that every partner fills, for partners are found by it.
    public Piece.Column key() {
        return on.columns()
                .filter(column -> column.of().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
