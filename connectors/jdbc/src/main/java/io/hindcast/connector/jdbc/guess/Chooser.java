package io.hindcast.connector.jdbc.guess;

import io.hindcast.connector.jdbc.dialect.Column;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
        chooser.timeOfDay();
        chooser.takeNamed(Role.RECORDED, column -> Epoch.of(column).isPresent(), "it tells moments as numbers");
        chooser.take(Role.DATA, ColumnSample::isJson, "it holds JSON objects");
        chooser.take(Role.METADATA, ColumnSample::isJson, "it holds JSON objects too");
        chooser.take(Role.DATA, ColumnSample::isXml, "it holds XML");
        chooser.takeNamed(Role.STREAM, column -> column.repeats() && !column.isMoment(), BY_NAME);
        chooser.takeNamed(
                Role.VERSION, column -> column.isWhole() && !table.isKey(column.column()), BY_NAME);
        chooser.take(
                Role.POSITION,
                column -> column.isWhole() && table.isKey(column.column()),
                "a whole number that is a key of the table");
        chooser.take(
                Role.STREAM,
                column -> column.repeats() && !column.isMoment() && Role.looksLikeId(column),
                "its name ends like that of an id, and values come more than once");
        chooser.kindOfStream();
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
                if (!version.equals(stream) && version.isWhole() && isStreamOf(stream, version)) {
                    put(Role.STREAM, stream, "a key of the table together with " + version.name());
                    put(Role.VERSION, version, "a whole number, and a key of the table together with " + stream.name());
                    return;
                }
            }
        }
    }

    /// A day and a time of day that stand apart are one moment.
    private void timeOfDay() {
        var day = Optional.ofNullable(chosen.get(Role.RECORDED)).filter(choice -> choice.column().isDay());
        var time = free().filter(ColumnSample::isTimeOfDay).findFirst();
        if (day.isPresent() && time.isPresent()) {
            chosen.put(Role.RECORDED, day.get().together(time.get(), "with the time of day of " + time.get().name()));
        }
    }

    /// Ids that count for each kind of thing anew name a stream together with the kind.
    private void kindOfStream() {
        Choice stream = chosen.get(Role.STREAM);
        Choice version = chosen.get(Role.VERSION);
        if (stream == null || version == null || areUnique(stream.column(), version.column())) {
            return;
        }
        free().filter(column -> column.isText() && column.repeats() && column.distinct() <= MOST_TYPES)
                .filter(kind -> areUnique(kind, stream.column(), version.column()))
                .findFirst()
                .ifPresent(kind -> chosen.put(
                        Role.STREAM, stream.together(kind, "and only together with " + kind.name() + " its versions are unique")));
    }

    /// Whether no two of the rows seen share the values of all of these columns.
    private static boolean areUnique(ColumnSample... columns) {
        int rows = columns[0].values().size();
        return IntStream.range(0, rows)
                        .mapToObj(row -> Stream.of(columns).map(column -> column.values().get(row)).toList())
                        .distinct()
                        .count()
                == rows;
    }

    private Stream<ColumnSample> free() {
        return table.columns().stream()
                .filter(column -> chosen.values().stream().flatMap(Choice::columns).noneMatch(column::equals));
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
        var columns = free().filter(test)
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
        chosen.put(role, new Choice(role, first, Optional.empty(), named ? because + ", and " + BY_NAME : because, others));
    }
}
