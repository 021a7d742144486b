package io.hindcast.connector.jdbc;

import io.hindcast.connector.jdbc.dialect.Column;
import io.hindcast.connector.jdbc.dialect.Table;
import io.hindcast.connector.jdbc.layout.Join;
import io.hindcast.connector.jdbc.layout.Layout;
import io.hindcast.connector.jdbc.layout.Piece;
import io.hindcast.connector.jdbc.layout.Recognition;
import io.hindcast.connector.jdbc.layout.SnapshotTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// By what a store was recognised, for a person: one clause each.
final class Signs {
    private Signs() {}

    /// @param read the tables that are read as one, at least one
    static List<String> of(Layout layout, Recognition recognition, List<Table> read) {
        var signs = new ArrayList<String>();
        signs.add(read.size() == 1
                ? "table " + read.getFirst().title()
                : "%d tables read as one: %s".formatted(read.size(), TablesSeen.titles(read)));
        signs.add((recognition.exactly() ? "exactly the columns " : "columns ")
                + String.join(", ", recognition.columns()));
        recognition.types().forEach((column, type) -> signs.add("column " + column + " has the type " + type));
        recognition.beside().forEach(name -> signs.add("table " + name + " beside it"));
        if (recognition.merge() != Recognition.Merge.ROWS) {
            unread(layout, recognition, read.getFirst()).ifPresent(signs::add);
        }
        return signs;
    }

    /// Columns of which the layout does not speak; what they hold is not seen.
    private static Optional<String> unread(Layout layout, Recognition recognition, Table table) {
        var spokenOf = spokenOf(layout).toList();
        if (spokenOf.stream().anyMatch(Piece.Column::isRest)) {
            return Optional.empty();
        }
        var known = Stream.concat(
                        Stream.concat(recognition.columns().stream(), recognition.optional().stream()),
                        spokenOf.stream().map(Piece.Column::bare))
                .map(Recognition::normal)
                .collect(Collectors.toSet());
        String names = table.columns().stream()
                .map(Column::name)
                .filter(name -> !known.contains(Recognition.normal(name)))
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? Optional.empty() : Optional.of("columns that are not read: " + names);
    }

    private static Stream<Piece.Column> spokenOf(Layout layout) {
        return Stream.of(
                        layout.events().columns(),
                        layout.skips().stream().flatMap(skip -> skip.when().columns()),
                        layout.joins().stream().map(Join::on).flatMap(on -> on.columns()),
                        layout.snapshots().filter(SnapshotTable::isInEventTable).stream()
                                .flatMap(Signs::spokenOf))
                .flatMap(columns -> columns)
                .filter(column -> column.of().isEmpty());
    }

    private static Stream<Piece.Column> spokenOf(SnapshotTable snapshots) {
        return Stream.concat(snapshots.stream().allColumns(), snapshots.state().allColumns());
    }
}
