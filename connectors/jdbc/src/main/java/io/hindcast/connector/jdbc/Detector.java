package io.hindcast.connector.jdbc;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.SourceInfo.NotRead;
import io.hindcast.connector.jdbc.dialect.Column;
import io.hindcast.connector.jdbc.dialect.Table;
import io.hindcast.connector.jdbc.layout.Join;
import io.hindcast.connector.jdbc.layout.Layout;
import io.hindcast.connector.jdbc.layout.Recognition;
import io.hindcast.connector.jdbc.layout.SnapshotTable;
import io.hindcast.connector.jdbc.read.JoinedTable;
import io.hindcast.connector.jdbc.read.StoreContents;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds the event table of a known system by the names of its tables and columns; no row is looked at.
final class Detector {
    private static final int TABLES_TO_NAME = 12;

    private final List<Layout> layouts;
    private final List<Table> tables;

    Detector(List<Layout> layouts, List<Table> tables) {
        this.layouts = layouts;
        this.tables = tables;
    }

    private record Found(Layout layout, Recognition recognition, Table table) {}

    /// @param wanted the event table to read when there are several
    StoreContents contents(Optional<String> wanted) {
        var found = found();
        var chosen = wanted.isEmpty()
                ? found.stream().findFirst()
                : found.stream()
                        .filter(one -> isNamed(one.table(), wanted.get()))
                        .findFirst();
        var one = chosen.orElseThrow(() -> nothing(wanted));
        var read = parts(one, found, wanted);
        var events = new MergedTables(one.recognition(), read).table();
        var others = found.stream()
                .filter(other -> !read.contains(other.table()))
                .map(other -> other.table().title() + " (" + other.layout().system() + ")")
                .distinct()
                .toList();
        var snapshots = snapshots(one);
        return new StoreContents(
                one.layout(),
                events,
                joined(one.layout().joins(), one.table(), events),
                snapshots,
                joined(one.layout().snapshotJoins(), one.table(), events),
                signs(one, read),
                others,
                asides(one, snapshots));
    }

    /// The tables that are read together; one where the layout reads one at a time, or a person named it.
    private static List<Table> parts(Found one, List<Found> found, Optional<String> wanted) {
        boolean alone = one.recognition().merge() == Recognition.Merge.NONE || wanted.isPresent();
        return alone
                ? List.of(one.table())
                : found.stream()
                        .filter(other -> other.recognition().equals(one.recognition())
                                && other.table().schema().equals(one.table().schema()))
                        .map(Found::table)
                        .toList();
    }

    /// The tables that the layout names as neither events nor snapshots; what is read after all is none of them.
    private List<NotRead> asides(Found found, List<Table> snapshots) {
        return found.layout().asides().stream()
                .flatMap(aside -> sameSchema(found.table())
                        .filter(table -> !table.equals(found.table()) && !snapshots.contains(table))
                        .filter(table -> aside.tables().stream()
                                .anyMatch(pattern -> NamePattern.of(pattern, false).fits(table.name())))
                        .map(table -> new NotRead(aside.what() + ": table " + table.title(), -1, aside.because())))
                .toList();
    }

    /// The tables that are joined, in the schema of the event table.
    private List<JoinedTable> joined(List<Join> joins, Table beside, Table events) {
        return joins.stream()
                .filter(join -> asksOf(join, events))
                .flatMap(join -> partner(join, beside).map(table -> new JoinedTable(join, table)).stream())
                .toList();
    }

    /// Whether the event table has the optional columns that partners are found by; without them there are none.
    private static boolean asksOf(Join join, Table events) {
        return join.on().columns()
                .filter(column -> column.of().isEmpty() && column.optional())
                .allMatch(column -> events.column(column.bare()).isPresent());
    }

    private Optional<Table> partner(Join join, Table events) {
        return sameSchema(events)
                .filter(table -> join.tables().stream()
                        .anyMatch(pattern -> NamePattern.of(pattern, false).fits(table.name())))
                .filter(table -> join.on().columns()
                        .filter(column -> column.of().equals(join.name()))
                        .allMatch(column -> column.optional() || table.column(column.bare()).isPresent()))
                .findFirst();
    }

    private List<Found> found() {
        var found = new ArrayList<Found>();
        for (Layout layout : layouts) {
            for (Recognition recognition : layout.recognitions()) {
                for (Table table : tables) {
                    if (fits(recognition, table) && hasPartners(layout, table)) {
                        found.add(new Found(layout, recognition, table));
                    }
                }
            }
        }
        return found;
    }

    private boolean fits(Recognition recognition, Table table) {
        return recognition.tables().stream()
                        .anyMatch(pattern ->
                                NamePattern.of(pattern, recognition.spelled()).fits(table.name()))
                && hasAll(table, recognition.columns())
                && (!recognition.exactly() || hasNoOther(table, recognition))
                && hasTypes(table, recognition.types())
                && recognition.lacks().stream().noneMatch(column -> isBeside(column, table))
                && recognition.beside().stream()
                        .allMatch(name -> sameSchema(table)
                                .anyMatch(other -> NamePattern.of(name, false).fits(other.name())));
    }

    /// Whether a table beside it has a column, written `table.column`.
    private boolean isBeside(String column, Table table) {
        int dot = column.indexOf('.');
        return sameSchema(table)
                .filter(other -> NamePattern.of(column.substring(0, dot), false).fits(other.name()))
                .anyMatch(other -> other.column(column.substring(dot + 1)).isPresent());
    }

    private boolean hasPartners(Layout layout, Table table) {
        return layout.joins().stream()
                .allMatch(join -> !join.needed() || !asksOf(join, table) || partner(join, table).isPresent());
    }

    private static boolean hasAll(Table table, List<String> columns) {
        return columns.stream().allMatch(name -> table.column(name).isPresent());
    }

    private static boolean hasTypes(Table table, Map<String, String> types) {
        return types.entrySet().stream()
                .allMatch(type -> table.column(type.getKey())
                        .filter(column -> Arrays.asList(type.getValue().split("\\|"))
                                .contains(column.typeName()))
                        .isPresent());
    }

    private static boolean hasNoOther(Table table, Recognition recognition) {
        var known = new ArrayList<>(recognition.columns());
        known.addAll(recognition.optional());
        var normal = known.stream().map(Recognition::normal).collect(Collectors.toSet());
        return table.columns().stream()
                .map(Column::name)
                .map(Recognition::normal)
                .allMatch(normal::contains);
    }

    private Stream<Table> sameSchema(Table table) {
        return tables.stream().filter(other -> other.schema().equals(table.schema()));
    }

    private List<Table> snapshots(Found found) {
        var meaning = found.layout().snapshots();
        if (meaning.isEmpty()) {
            return List.of();
        }
        return meaning.get().isInEventTable() ? List.of(found.table()) : snapshotTables(found, meaning.get());
    }

    private List<Table> snapshotTables(Found found, SnapshotTable meaning) {
        String star = found.recognition().tables().stream()
                .map(pattern ->
                        NamePattern.of(pattern, false).star(found.table().name()))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse("");
        boolean captured = found.recognition().tables().stream().anyMatch(pattern -> pattern.contains("*"));
        return sameSchema(found.table())
                .filter(table -> !table.equals(found.table()))
                .filter(table -> hasAll(table, meaning.columns()) && hasTypes(table, meaning.types()))
                .filter(table -> meaning.tables().stream()
                        .map(pattern -> NamePattern.of(captured ? pattern.replace("*", star) : pattern, false))
                        .anyMatch(pattern -> pattern.fits(table.name())))
                .toList();
    }

    private static List<String> signs(Found found, List<Table> read) {
        var signs = new ArrayList<String>();
        var recognition = found.recognition();
        signs.add(read.size() == 1
                ? "table " + found.table().title()
                : "%d tables read as one: %s".formatted(read.size(), titles(read)));
        signs.add((recognition.exactly() ? "exactly the columns " : "columns ")
                + String.join(", ", recognition.columns()));
        recognition.types().forEach((column, type) -> signs.add("column " + column + " has the type " + type));
        recognition.beside().forEach(name -> signs.add("table " + name + " beside it"));
        return signs;
    }

    private ConnectorException nothing(Optional<String> wanted) {
        if (wanted.isPresent()) {
            return new ConnectorException(
                    ConnectorException.Kind.SETTINGS,
                    "The setting 'tables' names %s, which is no event table here. %s".formatted(wanted.get(), seen()));
        }
        return new ConnectorException(
                ConnectorException.Kind.NOT_AN_EVENT_STORE,
                "No event table of a known system was found. " + seen()
                        + (tables.isEmpty() ? "" : " If one of them holds events, a mapping says how to read it:"
                                + " hindcast mapping STORE guesses one."));
    }

    private String seen() {
        if (tables.isEmpty()) {
            return "The database has no tables.";
        }
        return "Tables seen: " + titles(tables) + ".";
    }

    private static String titles(List<Table> tables) {
        String names = tables.stream().limit(TABLES_TO_NAME).map(Table::title).collect(Collectors.joining(", "));
        int more = tables.size() - TABLES_TO_NAME;
        return names + (more > 0 ? " and " + more + " more" : "");
    }

    private static boolean isNamed(Table table, String name) {
        String wanted = name.strip().toLowerCase(Locale.ROOT);
        return table.name().toLowerCase(Locale.ROOT).equals(wanted)
                || table.title().toLowerCase(Locale.ROOT).equals(wanted);
    }
}
