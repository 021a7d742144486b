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
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds the event table of a known system by the names of its tables and columns; no row is looked at.
final class Detector {
    private final List<Layout> layouts;
    private final TablesSeen tables;

    Detector(List<Layout> layouts, TablesSeen tables) {
        this.layouts = layouts;
        this.tables = tables;
    }

    private record Found(Layout layout, Recognition recognition, Table table) {}

    /// @param wanted the event table to read when there are several
    StoreContents contents(Optional<String> wanted) {
        var found = found();
        var one = found.stream()
                .filter(each -> wanted.isEmpty() || isNamed(each.table(), wanted.get()))
                .findFirst()
                .orElseThrow(() -> nothing(wanted));
        var read = parts(one, found, wanted);
        var events = new MergedTables(one.recognition(), read).table();
        var others = new LinkedHashMap<Table, String>();
        found.stream()
                .filter(other -> !read.contains(other.table()))
                .forEach(other -> others.putIfAbsent(
                        other.table(), other.table().title() + " (" + other.layout().system() + ")"));
        var snapshots = snapshots(one);
        return new StoreContents(
                one.layout(),
                events,
                joined(one.layout().joins(), one.table(), events),
                snapshots,
                joined(one.layout().snapshotJoins(), one.table(), events),
                Signs.of(one.layout(), one.recognition(), read),
                List.copyOf(others.values()),
                Stream.concat(asides(one, snapshots).stream(), closed(one).stream()).toList());
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
                .flatMap(aside -> tables.openBeside(found.table())
                        .filter(table -> !table.equals(found.table()) && !snapshots.contains(table))
                        .filter(table -> aside.tables().stream()
                                .anyMatch(pattern -> NamePattern.of(pattern, false).fits(table.name())))
                        .map(table -> new NotRead(aside.what() + ": table " + table.title(), -1, aside.because())))
                .toList();
    }

    /// What the layout would read beside the events, and this role may not.
    private List<NotRead> closed(Found found) {
        var joined = Stream.concat(found.layout().joins().stream(), found.layout().snapshotJoins().stream())
                .flatMap(join -> join.tables().stream())
                .distinct()
                .filter(name -> tables.openBeside(found.table()).noneMatch(table -> isCalled(table, name)))
                .flatMap(name -> tables.closedBeside(found.table()).filter(table -> isCalled(table, name)))
                .distinct()
                .map(table -> new NotRead(
                        "table " + table.title(), -1, "this role may not read it; what it says of the events is missing"));
        var snapshots = found.layout().snapshots()
                .filter(meaning -> !meaning.isInEventTable())
                .map(meaning -> snapshotTables(found, meaning, tables.closedBeside(found.table())))
                .orElse(List.of())
                .stream()
                .map(table -> new NotRead(
                        "snapshots: table " + table.title(), -1, "this role may not read it; no snapshot there is compared"));
        return Stream.concat(joined, snapshots).toList();
    }

    private static boolean isCalled(Table table, String pattern) {
        return NamePattern.of(pattern, false).fits(table.name());
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
        return tables.openBeside(events)
                .filter(table -> join.tables().stream()
                        .anyMatch(pattern -> NamePattern.of(pattern, false).fits(table.name())))
                .filter(table -> join.on().columns()
                        .filter(column -> column.of().equals(join.name()))
                        .allMatch(column -> column.optional() || table.column(column.bare()).isPresent()))
                .findFirst();
    }

    /// The most particular layout first. Of several tables of one, those with the system's own name, then those that have
    /// snapshots beside them, then those whose names are hardly more: copies and backups have none of it.
    private List<Found> found() {
        var found = new ArrayList<Found>();
        for (Layout layout : layouts) {
            int first = found.size();
            for (Recognition recognition : layout.recognitions()) {
                for (Table table : tables.open()) {
                    if (fits(recognition, table) && hasPartners(layout, table)) {
                        found.add(new Found(layout, recognition, table));
                    }
                }
            }
            found.subList(first, found.size()).sort(Comparator.comparing((Found one) -> !star(one).isEmpty())
                    .thenComparing(one -> lacksSnapshots(one))
                    .thenComparingInt(one -> star(one).length()));
        }
        return found;
    }

    private boolean lacksSnapshots(Found one) {
        return one.layout().snapshots().isPresent() && snapshots(one).isEmpty();
    }

    /// What the star of the pattern that fits stands for; of several the least.
    private static String star(Found found) {
        return found.recognition().tables().stream()
                .map(pattern -> NamePattern.of(pattern, false))
                .filter(pattern -> pattern.fits(found.table().name()))
                .map(pattern -> pattern.star(found.table().name()).orElse(""))
                .min(Comparator.comparingInt(String::length))
                .orElse("");
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
                        .allMatch(name -> tables.beside(table)
                                .anyMatch(other -> NamePattern.of(name, false).fits(other.name())));
    }

    /// Whether a table beside it has a column, written `table.column`.
    private boolean isBeside(String column, Table table) {
        int dot = column.indexOf('.');
        return tables.beside(table)
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

    private List<Table> snapshots(Found found) {
        var meaning = found.layout().snapshots();
        if (meaning.isEmpty()) {
            return List.of();
        }
        return meaning.get().isInEventTable()
                ? List.of(found.table())
                : snapshotTables(found, meaning.get(), tables.openBeside(found.table()));
    }

    private static List<Table> snapshotTables(Found found, SnapshotTable meaning, Stream<Table> among) {
        String star = star(found);
        boolean captured = found.recognition().tables().stream().anyMatch(pattern -> pattern.contains("*"));
        return among.filter(table -> !table.equals(found.table()))
                .filter(table -> hasAll(table, meaning.columns()) && hasTypes(table, meaning.types()))
                .filter(table -> meaning.tables().stream()
                        .map(pattern -> NamePattern.of(captured ? pattern.replace("*", star) : pattern, false))
                        .anyMatch(pattern -> pattern.fits(table.name())))
                .toList();
    }

    private ConnectorException nothing(Optional<String> wanted) {
        if (wanted.isPresent()) {
            return new ConnectorException(
                    ConnectorException.Kind.SETTINGS,
                    "The setting 'tables' names %s, which is no event table here. %s"
                            .formatted(wanted.get(), tables.sentence()));
        }
        String near = new NearMisses(layouts, tables).nearest().map(sentence -> sentence + " ").orElse("");
        return new ConnectorException(
                ConnectorException.Kind.NOT_AN_EVENT_STORE,
                "No event table of a known system was found. " + near + tables.sentence()
                        + (tables.open().isEmpty() ? "" : " If one of them holds events, a mapping says how to read it:"
                                + " hindcast mapping STORE guesses one."));
    }

    private static boolean isNamed(Table table, String name) {
        String wanted = name.strip().toLowerCase(Locale.ROOT);
        return table.name().toLowerCase(Locale.ROOT).equals(wanted)
                || table.title().toLowerCase(Locale.ROOT).equals(wanted);
    }
}
