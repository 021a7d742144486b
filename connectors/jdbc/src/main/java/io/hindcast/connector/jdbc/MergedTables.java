package io.hindcast.connector.jdbc;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.jdbc.dialect.Column;
import io.hindcast.connector.jdbc.dialect.Table;
import io.hindcast.connector.jdbc.dialect.TablePart;
import io.hindcast.connector.jdbc.layout.Recognition;
import io.hindcast.connector.jdbc.layout.Recognition.Merge;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Makes one table of several that a layout reads together.
final class MergedTables {
    private static final String TEXT = "text";

    private final Recognition recognition;
    private final List<Table> tables;

    /// @param tables those that the recognition fits, all of one schema; at least one
    MergedTables(Recognition recognition, List<Table> tables) {
        this.recognition = recognition;
        this.tables = List.copyOf(tables);
    }

    /// The table that stands for all of them; a single one stands for itself where its rows are not told anew.
    Table table() {
        if (recognition.merge() == Merge.NONE || (recognition.merge() == Merge.TABLES && tables.size() == 1)) {
            return tables.getFirst();
        }
        boolean rows = recognition.merge() == Merge.ROWS;
        var columns = new ArrayList<Column>();
        columns.add(new Column(TablePart.TABLE, TEXT, false));
        if (rows) {
            columns.add(new Column(TablePart.KIND, TEXT, false));
            columns.add(new Column(TablePart.KEY, TEXT, false));
        }
        Stream.concat(recognition.columns().stream(), recognition.optional().stream())
                .flatMap(name -> common(name).stream())
                .forEach(columns::add);
        if (rows) {
            columns.add(new Column(TablePart.DATA, TEXT, false));
        }
        var parts = tables.stream().map(table -> part(table, rows)).toList();
        return new Table("", title(tables), columns, List.of(), parts);
    }

    static String title(List<Table> tables) {
        String first = tables.getFirst().title();
        return tables.size() == 1 ? first : "%s and %d more".formatted(first, tables.size() - 1);
    }

    private Optional<Column> common(String name) {
        var all = tables.stream().flatMap(table -> table.column(name).stream()).toList();
        return all.size() < tables.size()
                ? Optional.empty()
                : Optional.of(new Column(
                        all.getFirst().name(),
                        all.getFirst().typeName(),
                        all.stream().anyMatch(Column::nullable)));
    }

    private TablePart part(Table table, boolean rows) {
        var known = new LinkedHashSet<String>();
        recognition.columns().forEach(name -> known.add(Recognition.normal(name)));
        recognition.optional().forEach(name -> known.add(Recognition.normal(name)));
        var others = table.columns().stream()
                .filter(column -> !known.contains(Recognition.normal(column.name())))
                .toList();
        return new TablePart(table, kind(table), List.of(), rows ? others : List.of());
    }

    private String kind(Table table) {
        return recognition.tables().stream()
                .flatMap(pattern -> kind(pattern, table.name()).stream())
                .findFirst()
                .orElse(table.name());
    }

    /// What the star of a pattern stands for, in the table's own spelling.
    private static Optional<String> kind(String pattern, String name) {
        int star = pattern.indexOf('*');
        String before = pattern.substring(0, Math.max(star, 0)).toLowerCase(Locale.ROOT);
        String behind = pattern.substring(star + 1).toLowerCase(Locale.ROOT);
        String lower = name.toLowerCase(Locale.ROOT);
        boolean fits = star >= 0
                && lower.startsWith(before)
                && lower.endsWith(behind)
                && name.length() > before.length() + behind.length();
        return fits ? Optional.of(name.substring(before.length(), name.length() - behind.length())) : Optional.empty();
    }

    /// The made-up table with the keys of its parts; a part whose rows cannot be told apart is left out.
    ///
    /// @param keyed the tables of the parts with their unique keys, in their order
    static Table withKeys(Table madeUp, List<Table> keyed) {
        boolean rows = madeUp.column(TablePart.KEY).isPresent();
        var parts = new ArrayList<TablePart>();
        for (int i = 0; i < keyed.size(); i++) {
            var part = madeUp.parts().get(i);
            var key = rows ? ownKey(madeUp, keyed.get(i)) : List.<Column>of();
            if (!rows || !key.isEmpty()) {
                parts.add(new TablePart(keyed.get(i), part.kind(), key, part.body()));
            }
        }
        if (parts.isEmpty()) {
            throw new ConnectorException(
                    ConnectorException.Kind.NOT_AN_EVENT_STORE,
                    "The table %s has no primary key, so that nothing tells which rows are of one thing."
                            .formatted(madeUp.title()));
        }
        return new Table("", madeUp.name(), madeUp.columns(), rows ? rowKeys(madeUp, parts) : keys(madeUp, parts), parts);
    }

    /// The columns of the primary key that are not read as columns of the made-up table.
    private static List<Column> ownKey(Table madeUp, Table part) {
        return part.uniqueKeys().stream()
                .findFirst()
                .orElse(List.of())
                .stream()
                .flatMap(name -> part.column(name).stream())
                .filter(column -> madeUp.column(column.name()).isEmpty())
                .toList();
    }

    /// The table, the thing, and what else is in the primary keys.
    private static List<List<String>> rowKeys(Table madeUp, List<TablePart> parts) {
        var shared = new LinkedHashSet<String>();
        for (TablePart part : parts) {
            part.table().uniqueKeys().getFirst().forEach(name -> madeUp.column(name).ifPresent(c -> shared.add(c.name())));
        }
        return List.of(joined(List.of(TablePart.TABLE, TablePart.KEY), shared));
    }

    /// The keys that all parts have, with the name of the table before them.
    private static List<List<String>> keys(Table madeUp, List<TablePart> parts) {
        return parts.getFirst().table().uniqueKeys().stream()
                .filter(key -> parts.stream().allMatch(part -> part.table().uniqueKeys().contains(key)))
                .filter(key -> key.stream().allMatch(name -> madeUp.column(name).isPresent()))
                .map(key -> joined(List.of(TablePart.TABLE), new LinkedHashSet<>(key)))
                .toList();
    }

    private static List<String> joined(List<String> first, Set<String> more) {
        var all = new ArrayList<>(first);
        all.addAll(more);
        return all;
    }

    /// The parts that [#withKeys] left out.
    static List<Table> leftOut(Table before, Table after) {
        return before.parts().stream()
                .map(TablePart::table)
                .filter(table -> after.parts().stream().noneMatch(part -> part.table().title().equals(table.title())))
                .toList();
    }
}
