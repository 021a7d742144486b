package io.hindcast.audit.report;

import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// A table of a report.
///
/// @param key its name in files and, after `table.`, in the texts
public record Table(String key, List<Column> columns, Rows rows) {
    private static final Set<String> SUMS = Set.of("opening", "moved", "closing", "difference");

    /// Its last row, which names no type, is the sum of the others.
    private static final String TYPES = "types";

    public Table {
        columns = List.copyOf(columns);
    }

    /// A table that is short.
    public static Table of(String key, List<Column> columns, List<List<StateValue>> rows) {
        return new Table(key, columns, Rows.of(rows));
    }

    /// Whether a row closes something: pages make it stand out.
    public boolean isSum(List<StateValue> cells) {
        if (key.equals(TYPES)) {
            return cells.getFirst() instanceof Null;
        }
        return IntStream.range(0, columns.size())
                .anyMatch(place -> columns.get(place).kind() == Column.Kind.WORD
                        && cells.get(place) instanceof Text(String word)
                        && SUMS.contains(word));
    }

    /// The cells as pages show them: the sum of a column of names says what it is.
    public List<StateValue> labelled(List<StateValue> cells, ReportTexts texts) {
        if (!key.equals(TYPES) || !isSum(cells)) {
            return cells;
        }
        var labelled = new ArrayList<>(cells);
        labelled.set(0, new Text(texts.word("word.allTypes")));
        return labelled;
    }

    /// The columns that pages do not show.
    public List<Column> kept() {
        return columns.stream().filter(column -> !column.printed()).toList();
    }

    /// The places of the columns that pages show.
    public List<Integer> printed() {
        return IntStream.range(0, columns.size())
                .filter(place -> columns.get(place).printed())
                .boxed()
                .toList();
    }
}
