package io.hindcast.audit.report;

import io.hindcast.audit.report.Column.Kind;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateValue;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/// What the numbers of a column lack at their right, so that their decimal signs stand under each other; and whether most of
/// a column are numbers.
final class Fractions {
    private final ReportTexts texts;
    private final List<Kind> kinds;
    private final String[] longest;
    private final int[] balance;

    /// @param kinds of the columns, by place
    Fractions(ReportTexts texts, List<Kind> kinds) {
        this.texts = texts;
        this.kinds = List.copyOf(kinds);
        this.longest = new String[kinds.size()];
        this.balance = new int[kinds.size()];
        Arrays.fill(longest, "");
    }

    /// Looks at the rows that are printed.
    static Fractions of(ReportTexts texts, Table table, long most) throws IOException {
        var fractions = new Fractions(texts, table.columns().stream().map(Column::kind).toList());
        table.rows().each(most, fractions::row);
        return fractions;
    }

    private void row(List<StateValue> cells) {
        for (int i = 0; i < longest.length; i++) {
            look(i, cells.get(i));
        }
    }

    void look(int column, StateValue value) {
        String fraction = fraction(column, value);
        if (fraction.length() > longest[column].length()) {
            longest[column] = fraction;
        }
        balance[column] += value instanceof Num ? 1 : texts.cell(kinds.get(column), value).isEmpty() ? 0 : -1;
    }

    /// Whether the title of a column stands where its numbers stand.
    boolean isTitleRight(int column) {
        return kinds.get(column).isNumber() && balance[column] >= 0;
    }

    /// Digits, and a decimal sign where the number has none, that are as wide as what it lacks.
    String lacking(int column, StateValue value) {
        return longest[column].substring(fraction(column, value).length());
    }

    private String fraction(int column, StateValue value) {
        Kind kind = kinds.get(column);
        return kind.isNumber() && value instanceof Num ? texts.fraction(texts.cell(kind, value)) : "";
    }
}
