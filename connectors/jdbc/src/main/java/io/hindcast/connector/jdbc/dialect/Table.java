package io.hindcast.connector.jdbc.dialect;

import io.hindcast.connector.jdbc.layout.Recognition;
import java.util.List;
import java.util.Optional;

/// A table or view as the catalogue names it.
///
/// @param schema in the database's own spelling, "" where the database has none
/// @param uniqueKeys column names of the primary key and of unique indexes without conditions; the primary key first
public record Table(String schema, String name, List<Column> columns, List<List<String>> uniqueKeys) {
    public Table {
        columns = List.copyOf(columns);
        uniqueKeys = uniqueKeys.stream().map(List::copyOf).toList();
    }

    /// The column by a name of a layout, without regard to case and underscores; the exact spelling wins.
    public Optional<Column> column(String name) {
        var exact = columns.stream()
                .filter(column -> column.name().equalsIgnoreCase(name))
                .findFirst();
        String normal = Recognition.normal(name);
        return exact.isPresent()
                ? exact
                : columns.stream()
                        .filter(column -> Recognition.normal(column.name()).equals(normal))
                        .findFirst();
    }

    public Table withUniqueKeys(List<List<String>> keys) {
        return new Table(schema, name, columns, keys);
    }

    /// Schema and name for a person.
    public String title() {
        return schema.isEmpty() ? name : schema + "." + name;
    }
}
