package io.hindcast.connector.jdbc.read;

import io.hindcast.connector.jdbc.dialect.Column;
import io.hindcast.connector.jdbc.dialect.Table;
import io.hindcast.connector.jdbc.layout.Condition;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/// The columns of the table itself that a statement speaks of. Of a table that is made up of several nothing else is asked
/// for: some databases write out all of it before they choose, bodies too.
final class AskedColumns {
    private final Binder binder;
    private final Set<String> names = new HashSet<>();

    /// With the columns that partners in joined tables are found by.
    AskedColumns(Binder binder) {
        this.binder = binder;
        andOf(binder.tables().joins().stream().map(joined -> joined.join().on()));
    }

    AskedColumns and(Stream<Column> columns) {
        columns.flatMap(column -> Stream.concat(Stream.of(column), column.made().stream()))
                .map(Column::name)
                .forEach(names::add);
        return this;
    }

    /// With what conditions speak of, as far as it is there.
    AskedColumns andOf(Stream<Condition> conditions) {
        return and(conditions
                .flatMap(Condition::columns)
                .filter(column -> binder.tables().column(column).isPresent())
                .map(binder::column));
    }

    Table table() {
        return binder.table().isMadeUp() ? binder.table().only(names) : binder.table();
    }
}
