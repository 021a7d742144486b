package io.hindcast.connector.jdbc;

import io.hindcast.connector.jdbc.dialect.Column;
import io.hindcast.connector.jdbc.dialect.Table;
import io.hindcast.connector.jdbc.layout.Join;
import io.hindcast.connector.jdbc.layout.Layout;
import io.hindcast.connector.jdbc.layout.Recognition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Tables that look like those of a known system without being so, and what keeps them from it: for whoever expected that a
/// database opens by itself, or that a mapping fits.
final class NearMisses {
    private static final String ANY = "*";
    private static final int NAMES = 4;

    private final TablesSeen tables;
    private final List<Layout> layouts;

    NearMisses(List<Layout> layouts, TablesSeen tables) {
        this.layouts = layouts;
        this.tables = tables;
    }

    private record Miss(Layout layout, Table table, boolean named, List<String> lacking) {
        String sentence() {
            return "The table %s looks like %s, but %s."
                    .formatted(table.title(), layout.title(), String.join("; ", lacking));
        }
    }

    /// A sentence on the table that comes nearest to a known one; absent where none comes near.
    Optional<String> nearest() {
        var misses = new ArrayList<Miss>();
        for (Layout layout : layouts) {
            for (Recognition recognition : layout.recognitions()) {
                tables.all()
                        .flatMap(table -> miss(layout, recognition, table).stream())
                        .forEach(misses::add);
            }
        }
        return misses.stream()
                .min(Comparator.comparing((Miss miss) -> !miss.named()).thenComparingInt(miss -> miss.lacking().size()))
                .map(Miss::sentence);
    }

    /// Near is what has the name and most of the columns, or all of the columns.
    private Optional<Miss> miss(Layout layout, Recognition recognition, Table table) {
        boolean named = recognition.tables().stream()
                .anyMatch(pattern -> !pattern.equals(ANY)
                        && NamePattern.of(pattern, recognition.spelled()).fits(table.name()));
        boolean anyName = recognition.tables().contains(ANY);
        var absent = recognition.columns().stream()
                .filter(name -> table.column(name).isEmpty())
                .toList();
        boolean most = 3 * absent.size() <= recognition.columns().size();
        if (!(named && most) && !(anyName && absent.isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(new Miss(layout, table, named, lacking(layout, recognition, table, absent)));
    }

    private List<String> lacking(Layout layout, Recognition recognition, Table table, List<String> absent) {
        var lacking = new ArrayList<String>();
        if (tables.isClosed(table)) {
            lacking.add("this role may not read it");
        }
        if (!absent.isEmpty()) {
            lacking.add("without %s".formatted(named("column", absent)));
        }
        var others = recognition.exactly() ? others(recognition, table) : List.<String>of();
        if (!others.isEmpty()) {
            lacking.add("with %s, which that does not have".formatted(named("column", others)));
        }
        recognition.types().forEach((column, types) -> table.column(column)
                .filter(there -> !Arrays.asList(types.split("\\|")).contains(there.typeName()))
                .ifPresent(there -> lacking.add("the column %s is of the type %s".formatted(there.name(), there.typeName()))));
        var beside = recognition.beside().stream()
                .filter(name -> tables.beside(table).noneMatch(other -> NamePattern.of(name, false).fits(other.name())))
                .toList();
        if (!beside.isEmpty()) {
            lacking.add("without %s beside it".formatted(named("table", beside)));
        }
        layout.joins().stream()
                .filter(join -> join.needed() && !isThere(join, table))
                .forEach(join -> lacking.add("this role may read no %s beside it".formatted(named("table", join.tables()))));
        return lacking.isEmpty() ? List.of("other tables beside it are another system's") : lacking;
    }

    private boolean isThere(Join join, Table table) {
        return tables.beside(table)
                .filter(other -> !tables.isClosed(other))
                .anyMatch(other -> join.tables().stream().anyMatch(name -> NamePattern.of(name, false).fits(other.name())));
    }

    private static List<String> others(Recognition recognition, Table table) {
        var known = new ArrayList<>(recognition.columns());
        known.addAll(recognition.optional());
        var normal = known.stream().map(Recognition::normal).collect(Collectors.toSet());
        return table.columns().stream()
                .map(Column::name)
                .filter(name -> !normal.contains(Recognition.normal(name)))
                .toList();
    }

    private static String named(String what, List<String> names) {
        int more = names.size() - NAMES;
        return "the %s%s %s%s"
                .formatted(
                        what,
                        names.size() == 1 ? "" : "s",
                        names.stream().limit(NAMES).collect(Collectors.joining(", ")),
                        more > 0 ? " and %d more".formatted(more) : "");
    }
}
