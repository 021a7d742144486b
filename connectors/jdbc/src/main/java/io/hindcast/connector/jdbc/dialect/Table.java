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

    /// The table as it is called in a statement over several.
    public Table as(String alias) {
        return new Table(
                schema, name, columns.stream().map(column -> column.as(alias)).toList(), uniqueKeys);
    }

    /// The table where a row of it may be missing: any column may then be without a value, and none is unique.
    public Table whereItMayBeMissing() {
        return new Table(
                schema,
                name,
                columns.stream()
                        .map(column -> new Column(column.name(), column.typeName(), true, column.rowId(), column.of()))
                        .toList(),
                List.of());
    }

    public Table withUniqueKeys(List<List<String>> keys) {
        return new Table(schema, name, columns, keys);
    }

    /// Schema and name for a person.
    public String title() {
        return schema.isEmpty() ? name : schema + "." + name;
    }
}
