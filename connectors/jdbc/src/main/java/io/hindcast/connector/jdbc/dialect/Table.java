package io.hindcast.connector.jdbc.dialect;

import io.hindcast.connector.jdbc.layout.Recognition;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A table or view as the catalogue names it.
///
/// @param schema in the database's own spelling, "" where the database has none
/// @param uniqueKeys column names of the primary key and of unique indexes without conditions; the primary key first
/// @param parts the tables that it is made up of, each of its rows being one of theirs; empty for one of the catalogue
public record Table(
        String schema, String name, List<Column> columns, List<List<String>> uniqueKeys, List<TablePart> parts) {
    public Table {
        columns = List.copyOf(columns);
        parts = List.copyOf(parts);
        uniqueKeys = uniqueKeys.stream().map(List::copyOf).toList();
    }

    public Table(String schema, String name, List<Column> columns, List<List<String>> uniqueKeys) {
        this(schema, name, columns, uniqueKeys, List.of());
    }

    /// Whether it stands for several tables, or for one whose rows are told otherwise than the catalogue does.
    public boolean isMadeUp() {
        return !parts.isEmpty();
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

    /// The table with some of its columns only.
    public Table only(Set<String> names) {
        var some = columns.stream().filter(column -> names.contains(column.name())).toList();
        return new Table(schema, name, some.isEmpty() ? columns : some, uniqueKeys, parts);
    }

    /// The table as it is called in a statement over several.
    public Table as(String alias) {
        return new Table(
                schema, name, columns.stream().map(column -> column.as(alias)).toList(), uniqueKeys, parts);
    }

    /// The table where a row of it may be missing: any column may then be without a value, and none is unique.
    public Table whereItMayBeMissing() {
        return new Table(
                schema,
                name,
                columns.stream().map(Column::whereItMayBeMissing).toList(),
                List.of(),
                parts);
    }

    public Table withUniqueKeys(List<List<String>> keys) {
        return new Table(schema, name, columns, keys, parts);
    }

    /// Schema and name for a person.
    public String title() {
        return schema.isEmpty() ? name : schema + "." + name;
    }
}
