package io.hindcast.connector.jdbc.read;

import io.hindcast.connector.jdbc.dialect.Column;
import io.hindcast.connector.jdbc.dialect.Table;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The orders in which indexes give the rows of the event table. Asked of the database once, by the first who wants to know.
/// Safe for many threads.
final class Indexes {
    private final Connections connections;
    private final Tables tables;
    private @Nullable List<List<String>> known;

    Indexes(Connections connections, Tables tables) {
        this.connections = connections;
        this.tables = tables;
    }

    /// Whether an index gives rows in an order, be it with some sorting of rows that share a value where the database sorts
    /// no more than those.
    ///
    /// @param fixed columns of which all rows hold the same
    boolean give(Set<String> fixed, List<Column> order) {
        var open = order.stream().filter(column -> !isItself(column) || !fixed.contains(column.name())).toList();
        if (open.isEmpty()) {
            return true;
        }
        boolean byNumberOfRow = open.getFirst().rowId() && !open.getFirst().typeName().equals("tid");
        return byNumberOfRow || all().stream().anyMatch(index -> gives(index, fixed, open));
    }

    private boolean gives(List<String> index, Set<String> fixed, List<Column> order) {
        var left = index.stream().dropWhile(fixed::contains).toList();
        int same = 0;
        while (same < left.size()
                && same < order.size()
                && isItself(order.get(same))
                && (!order.get(same).nullable() || connections.dialect().indexesNullFirst())
                && left.get(same).equals(order.get(same).name())) {
            same++;
        }
        return same == order.size() || (same > 0 && connections.dialect().sortsTiesAlone());
    }

    private boolean isItself(Column column) {
        return tables.itself().columns().contains(column);
    }

    private List<List<String>> all() {
        return tables.itself().isMadeUp()
                ? List.of()
                : Stream.concat(tables.itself().uniqueKeys().stream(), asked().stream()).toList();
    }

    private synchronized List<List<String>> asked() {
        var indexes = known;
        if (indexes == null) {
            Table table = tables.itself();
            indexes = connections.use(connection -> connections.dialect().indexes(connection, table));
            known = indexes;
        }
        return indexes;
    }
}
