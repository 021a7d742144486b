package io.hindcast.connector.jdbc.read;

import io.hindcast.connector.jdbc.dialect.Column;
import io.hindcast.connector.jdbc.dialect.Dialect;
import io.hindcast.connector.jdbc.dialect.PartPlaces;
import io.hindcast.connector.jdbc.dialect.RowPlaces;
import io.hindcast.connector.jdbc.dialect.Table;
import io.hindcast.connector.jdbc.layout.Piece;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A table and those joined to it. Without joins, names stand bare in statements; with joins, each has its table's
/// name before it.
final class Tables {
    /// What the table itself is called beside its joins; no join of a layout can be called so.
    private static final String ITSELF = "the row";

    private final Table table;
    private final String name;
    private final List<JoinedTable> joins;
    private final Set<String> spokenOf;

    private Tables(Table table, String name, List<JoinedTable> joins, Set<String> spokenOf) {
        this.spokenOf = Set.copyOf(spokenOf);
        this.table = name.isEmpty() ? table : table.as(name);
        this.name = name;
        this.joins = List.copyOf(joins);
    }

    static Tables of(Table table, List<JoinedTable> joins) {
        return new Tables(
                table, joins.isEmpty() ? "" : ITSELF, joins.stream().map(Tables::called).toList(), Set.of());
    }

    /// The same, for a layout that speaks of some columns of the table itself: the others are `{*}`.
    Tables besides(Stream<Piece.Column> columns) {
        var names = columns.filter(column -> !column.isRest())
                .flatMap(column -> column(column).stream())
                .map(Column::name)
                .collect(Collectors.toSet());
        return new Tables(table, name, joins, names);
    }

    /// A joined table read on its own; the columns of no other table are there.
    static Tables alone(JoinedTable joined) {
        return new Tables(joined.table(), joined.join().name(), List.of(), Set.of());
    }

    private static JoinedTable called(JoinedTable joined) {
        Table named = joined.table().as(joined.join().name());
        return new JoinedTable(joined.join(), joined.join().needed() ? named : named.whereItMayBeMissing());
    }

    /// The table whose rows are read.
    Table itself() {
        return table;
    }

    boolean isJoined(String join) {
        return joins.stream().anyMatch(joined -> joined.join().name().equals(join));
    }

    List<JoinedTable> joins() {
        return joins;
    }

    Optional<Column> column(Piece.Column wanted) {
        if (wanted.isRest()) {
            return rest(wanted.of());
        }
        if (wanted.of().isEmpty()) {
            return table.column(wanted.name());
        }
        return wanted.of().equals(name)
                ? table.column(wanted.bare())
                : joins.stream()
                        .filter(joined -> joined.join().name().equals(wanted.of()))
                        .findFirst()
                        .flatMap(joined -> joined.table().column(wanted.bare()));
    }

    /// All columns of a joined table, or those of the table itself that the layout does not speak of.
    private Optional<Column> rest(String of) {
        return of.isEmpty()
                ? object(table.columns().stream()
                        .filter(column -> !spokenOf.contains(column.name()))
                        .toList())
                : joins.stream()
                        .filter(joined -> joined.join().name().equals(of))
                        .findFirst()
                        .flatMap(joined -> object(joined.table().columns()));
    }

    private static Optional<Column> object(List<Column> columns) {
        return columns.isEmpty() ? Optional.empty() : Optional.of(Column.object(columns));
    }

    /// The database's hidden number of a row of the table itself.
    Optional<Column> rowId(Dialect dialect) {
        return table.isMadeUp() ? Optional.empty() : dialect.rowId(table).map(column -> name.isEmpty() ? column : column.as(name));
    }

    /// How rows of the table itself are found again, for one order; nothing where they are not.
    Optional<RowPlaces> places(Dialect dialect) {
        return table.isMadeUp() ? PartPlaces.of(dialect, table) : dialect.places(table);
    }

    /// A column of the table itself as a statement names it.
    Column named(Column column) {
        return name.isEmpty() ? column : column.as(name);
    }

    /// The table itself as a statement names it after `FROM`.
    String quoted(Dialect dialect) {
        return quoted(dialect, table) + called(dialect);
    }

    /// What a statement calls the table itself, behind it: a space and a name, or nothing.
    String called(Dialect dialect) {
        String called = name.isEmpty() && table.isMadeUp() ? ITSELF : name;
        return called.isEmpty() ? "" : " AS " + dialect.quote(called);
    }

    static String quoted(Dialect dialect, Table table) {
        return dialect.from(table);
    }
}
