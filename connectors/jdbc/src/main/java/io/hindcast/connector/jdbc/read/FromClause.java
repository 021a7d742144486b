package io.hindcast.connector.jdbc.read;

import io.hindcast.connector.jdbc.dialect.Dialect;
import io.hindcast.connector.jdbc.dialect.Slot;
import io.hindcast.connector.jdbc.dialect.Written;
import io.hindcast.connector.jdbc.layout.Piece;
import java.util.List;
import java.util.stream.Collectors;

/// Writes which tables a statement reads. Names come from the catalogue, texts are bound.
final class FromClause {
    /// What a joined table is called where its partners are looked through for the first.
    private static final String FIRST = ".first";

    private final Binder binder;
    private final Dialect dialect;

    FromClause(Binder binder) {
        this.binder = binder;
        this.dialect = binder.dialect();
    }

    /// A select of everything in the table and its joins.
    ///
    /// @param verb `SELECT` or `SELECT DISTINCT`, with a space behind
    void writeSelect(String verb, List<Slot> slots, QueryText query) {
        query.add(verb)
                .add(slots.stream()
                        .map(slot -> dialect.select(slot.column(), slot.reading()))
                        .collect(Collectors.joining(", ")));
        write(query);
    }

    /// The table and its joins; rows without a partner are left out where the layout says that they are no events.
    void write(QueryText query) {
        write(itself(), "", query, true);
    }

    /// As [#write(QueryText)], with something else in the place of the table itself.
    ///
    /// @param hint what stands behind its name
    void write(Written instead, String hint, QueryText query) {
        write(instead, hint, query, true);
    }

    /// As [#write(QueryText)], but no row is left out.
    void writeAll(QueryText query) {
        write(itself(), "", query, false);
    }

    private Written itself() {
        return Written.of(Tables.quoted(dialect, binder.table()));
    }

    private void write(Written itself, String hint, QueryText query, boolean strict) {
        var tables = binder.tables();
        query.add(" FROM ").add(itself).add(tables.called(dialect) + hint);
        for (JoinedTable joined : tables.joins()) {
            query.add(strict && joined.join().needed() ? " JOIN " : " LEFT JOIN ")
                    .add(Tables.quoted(dialect, joined.table()))
                    .add(" AS " + dialect.quote(joined.join().name()) + " ON ");
            new Conditions(binder).write(joined.join().on(), query);
            joined.join().first().ifPresent(column -> writeFirst(joined, column, query));
        }
    }

    /// That the partner is the first of several.
    private void writeFirst(JoinedTable joined, Piece.Column column, QueryText query) {
        var wanted = binder.column(column);
        String alias = joined.join().name() + FIRST;
        query.add(" AND " + dialect.name(wanted) + " = (SELECT MIN(" + dialect.name(wanted.as(alias)) + ") FROM ")
                .add(Tables.quoted(dialect, joined.table()))
                .add(" AS " + dialect.quote(alias) + " WHERE ");
        new Conditions(binder).callingInstead(joined.join().name(), alias).write(joined.join().on(), query);
        query.add(")");
    }

    /// That a row has no partner.
    void writeAlone(JoinedTable joined, QueryText query) {
        query.add(dialect.name(binder.column(joined.join().key())) + " IS NULL");
    }
}
