package io.hindcast.connector.files;

import io.hindcast.connector.files.CsvRow.CellKind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Finds out which columns of a CSV file hold numbers only. A number with leading zeros is an identifier, and one with
/// an exponent is what a spreadsheet made of longer digits: both stay text. For one thread.
final class NumberColumns {
    private static final Pattern POINT = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?");
    private static final Pattern COMMA = Pattern.compile("-?(0|[1-9][0-9]*|[1-9][0-9]{0,2}(\\.[0-9]{3})+)(,[0-9]+)?");

    private final boolean[] point;
    private final boolean[] comma;
    private final boolean[] filled;

    /// @param mark the declared decimal mark; found out column by column when absent
    NumberColumns(int columns, Optional<Character> mark) {
        point = new boolean[columns];
        comma = new boolean[columns];
        filled = new boolean[columns];
        Arrays.fill(point, mark.isEmpty() || mark.get() == '.');
        Arrays.fill(comma, mark.isEmpty() || mark.get() == ',');
    }

    void see(List<String> cells) {
        for (int column = 0; column < point.length; column++) {
            String cell = cells.get(column);
            if (!cell.isBlank() && (point[column] || comma[column])) {
                filled[column] = true;
                point[column] = point[column] && POINT.matcher(cell).matches();
                comma[column] = comma[column] && COMMA.matcher(cell).matches();
            }
        }
    }

    List<CellKind> kinds() {
        return IntStream.range(0, point.length).mapToObj(this::kind).toList();
    }

    private CellKind kind(int column) {
        if (!filled[column] || (!point[column] && !comma[column])) {
            return CellKind.TEXT;
        }
        return point[column] ? CellKind.POINT_NUMBER : CellKind.COMMA_NUMBER;
    }
}
