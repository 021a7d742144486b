package io.hindcast.connector.jdbc.guess;

import io.hindcast.connector.jdbc.dialect.Column;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// Gives the columns of one table their roles, the surest role first; a column has one role at most.
final class Chooser {
    private static final String BY_NAME = "its name says so";
    private static final int MOST_TYPES = 30;

    private final TableSample table;
    private final Map<Role, Choice> chosen = new EnumMap<>(Role.class);

    private Chooser(TableSample table) {
        this.table = table;
    }

    /// By role, in the order of a layout file.
    static Map<Role, Choice> choices(TableSample table) {
        var chooser = new Chooser(table);
        chooser.keyOfTwo();
        chooser.take(Role.RECORDED, ColumnSample::isMoment, "it tells moments");
        chooser.takeNamed(Role.RECORDED, column -> Epoch.of(column).isPresent(), "it tells moments as numbers");
        chooser.take(Role.DATA, ColumnSample::isJson, "it holds JSON objects");
        chooser.take(Role.METADATA, ColumnSample::isJson, "it holds JSON objects too");
        chooser.takeNamed(Role.STREAM, column -> column.repeats() && !column.isMoment(), BY_NAME);
        chooser.takeNamed(
                Role.VERSION, column -> column.isWhole() && !table.isKey(column.column()), BY_NAME);
        chooser.take(
                Role.POSITION,
                column -> column.isWhole() && table.isKey(column.column()),
                "a whole number that is a key of the table");
        chooser.takeNamed(
                Role.TYPE,
                column -> column.isText() && !column.isUnique() && column.distinct() <= MOST_TYPES,
                BY_NAME + ", and few values come again and again");
        chooser.take(
                Role.ID, column -> column.isUnique() && column.isUuid(), "every row has a UUID of its own");
        chooser.take(
                Role.TYPE,
                column -> column.isText() && column.repeats() && column.distinct() <= MOST_TYPES && !column.isUuid(),
                "few values come again and again");
        chooser.take(Role.STREAM, column -> column.isUuid() && column.repeats(), "UUIDs that come more than once");
        return chooser.chosen;
    }

    /// A key of a column that repeats and a whole number is the mark of streams and versions.
    private void keyOfTwo() {
        for (ColumnSample version : table.columns()) {
            for (ColumnSample stream : table.columns()) {
                if (version != stream && version.isWhole() && isStreamOf(stream, version)) {
                    put(Role.STREAM, stream, "a key of the table together with " + version.name());
                    put(Role.VERSION, version, "a whole number, and a key of the table together with " + stream.name());
                    return;
                }
            }
        }
    }

    private boolean isStreamOf(ColumnSample stream, ColumnSample version) {
        Column one = stream.column();
        return table.isKey(one, version.column())
                && !stream.isMoment()
                && Role.VERSION.saidBy(version) >= Role.VERSION.saidBy(stream)
                && (stream.repeats() || Role.STREAM.saidBy(stream) > 0);
    }

    private void take(Role role, Predicate<ColumnSample> test, String because) {
        fitting(role, test).ifPresent(columns -> put(role, columns, because));
    }

    private void takeNamed(Role role, Predicate<ColumnSample> test, String because) {
        take(role, test.and(column -> role.saidBy(column) > 0), because);
    }

    private Optional<List<ColumnSample>> fitting(Role role, Predicate<ColumnSample> test) {
        var columns = table.columns().stream()
                .filter(column -> chosen.values().stream().noneMatch(choice -> choice.column() == column))
                .filter(test)
                .sorted(Comparator.comparingInt(role::saidBy).reversed())
                .toList();
        return columns.isEmpty() || chosen.containsKey(role) ? Optional.empty() : Optional.of(columns);
    }

    private void put(Role role, ColumnSample column, String because) {
        put(role, List.of(column), because);
    }

    private void put(Role role, List<ColumnSample> columns, String because) {
        ColumnSample first = columns.getFirst();
        boolean named = role.saidBy(first) > 0 && !because.contains(BY_NAME);
        var others = new ArrayList<>(columns.subList(1, columns.size()));
        chosen.put(role, new Choice(role, first, named ? because + ", and " + BY_NAME : because, others));
    }
}
