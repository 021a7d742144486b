package io.hindcast.connector.jdbc.read;

import io.hindcast.connector.jdbc.dialect.Column;
import io.hindcast.connector.jdbc.dialect.Table;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The columns by which an index gives the rows of a table in order. Asked of the database once, by the first who wants to
/// know. Safe for many threads.
final class LeadingColumns {
    private final Connections connections;
    private final Table table;
    private @Nullable Set<String> known;

    LeadingColumns(Connections connections, Table table) {
        this.connections = connections;
        this.table = table;
    }

    /// Whether an index gives an order that begins with the column, be it with some sorting of rows that share a value.
    boolean give(Column column) {
        return table.uniqueKeys().stream().anyMatch(key -> key.getFirst().equals(column.name()))
                || indexed().contains(column.name());
    }

    private synchronized Set<String> indexed() {
        if (known == null) {
            known = connections.use(connection -> connections.dialect().leadingColumns(connection, table));
        }
        return known;
    }
}
