package io.hindcast.audit.publish;

import io.hindcast.engine.state.Printable;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Finds where two files of evidence part.
final class FirstDifference {
    private static final int LONGEST = 200;

    private FirstDifference() {}

    /// A sentence that names file, row, column and both values; nothing when they are equal.
    static Optional<String> between(String name, Path before, Path now) throws IOException {
        try (BufferedReader old = Files.newBufferedReader(before);
                BufferedReader fresh = Files.newBufferedReader(now)) {
            return name.endsWith(".csv") ? rows(name, old, fresh) : lines(name, old, fresh);
        }
    }

    private static Optional<String> rows(String name, BufferedReader old, BufferedReader fresh) throws IOException {
        var before = new CsvReader(old);
        var now = new CsvReader(fresh);
        List<String> columns = before.next();
        if (!columns.equals(now.next())) {
            return Optional.of(name + " differs in its columns.");
        }
        for (long row = 1; ; row++) {
            List<String> one = before.next();
            List<String> other = now.next();
            if (one.isEmpty() && other.isEmpty()) {
                return Optional.empty();
            }
            if (one.isEmpty() || other.isEmpty()) {
                return Optional.of("%s, row %,d: %s".formatted(
                        name, row, one.isEmpty() ? "the second run has a row more: " + shown(other.getFirst())
                                : "the second run has no such row: " + shown(one.getFirst())));
            }
            int column = firstApart(one, other);
            if (column >= 0) {
                return Optional.of("%s, row %,d (%s), column %s: the report has %s, the second run has %s."
                        .formatted(
                                name,
                                row,
                                shown(one.getFirst()),
                                column < columns.size() ? columns.get(column) : column + 1,
                                cell(one, column),
                                cell(other, column)));
            }
        }
    }

    private static int firstApart(List<String> one, List<String> other) {
        int most = Math.max(one.size(), other.size());
        for (int i = 0; i < most; i++) {
            if (i >= one.size() || i >= other.size() || !one.get(i).equals(other.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private static String cell(List<String> cells, int column) {
        return column < cells.size() ? shown(cells.get(column)) : "no cell";
    }

    private static Optional<String> lines(String name, BufferedReader old, BufferedReader fresh) throws IOException {
        for (long line = 1; ; line++) {
            String one = old.readLine();
            String other = fresh.readLine();
            if (one == null && other == null) {
                return Optional.empty();
            }
            if (one == null || !one.equals(other)) {
                return Optional.of("%s, line %,d: the report has %s, the second run has %s."
                        .formatted(name, line, one == null ? "nothing" : shown(one), other == null ? "nothing" : shown(other)));
            }
        }
    }

    private static String shown(String text) {
        String safe = Printable.escaped(text);
        return '"' + (safe.length() <= LONGEST ? safe : safe.substring(0, LONGEST) + "\u2026") + '"';
    }
}
