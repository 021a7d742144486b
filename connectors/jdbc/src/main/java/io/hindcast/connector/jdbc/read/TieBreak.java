package io.hindcast.connector.jdbc.read;

import io.hindcast.connector.jdbc.dialect.Column;
import io.hindcast.connector.jdbc.dialect.Table;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Makes the key of an order unique, so that rows that are otherwise equal are neither lost nor given twice where a
/// page ends: by a unique key of the table, or by the database's own number of the row.
final class TieBreak {
    private TieBreak() {}

    static List<Column> added(List<Column> keys, Binder binder, BoundValue stream) {
        Table table = binder.table();
        var all = new LinkedHashSet<>(keys);
        if (isUnique(all, table)) {
            return List.copyOf(all);
        }
        var rowId = binder.tables().rowId(binder.dialect());
        if (rowId.isPresent()) {
            all.add(rowId.get());
        } else if (!table.uniqueKeys().isEmpty()) {
            table.uniqueKeys().getFirst().forEach(name -> table.column(name).ifPresent(all::add));
        } else {
            all.addAll(stream.columns());
            all.addAll(
                    table.columns().stream().filter(column -> !isLarge(column)).toList());
        }
        return new ArrayList<>(all);
    }

    private static boolean isUnique(Set<Column> keys, Table table) {
        return keys.stream().anyMatch(Column::rowId)
                || table.uniqueKeys().stream()
                        .anyMatch(unique -> unique.stream()
                                .allMatch(name ->
                                        keys.stream().anyMatch(key -> isOf(table, key, name) && !key.nullable())));
    }

    private static boolean isOf(Table table, Column key, String name) {
        return key.name().equals(name) && table.columns().contains(key);
    }

    private static boolean isLarge(Column column) {
        String type = column.typeName();
        return type.contains("lob")
                || type.contains("json")
                || type.contains("binary")
                || type.contains("large")
                || type.contains("bytea")
                || type.contains("xml");
    }
}
