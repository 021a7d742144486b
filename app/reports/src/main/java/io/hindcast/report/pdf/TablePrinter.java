package io.hindcast.report.pdf;

import io.hindcast.audit.report.Column;
import io.hindcast.audit.report.Column.Kind;
import io.hindcast.audit.report.ReportTexts;
import io.hindcast.audit.report.Table;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateValue;
import io.hindcast.report.pdf.Fonts.Face;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/// Prints a table over as many pages as it needs, its titles on each. Numbers stand with their decimal signs under each
/// other and are never wrapped nor cut: one that is too wide is printed smaller.
final class TablePrinter {
    private static final int MOST_LINES = 4;

    /// What a row is known by is not cut, unless it would fill a page.
    private static final int MOST_LINES_OF_NAMES = 24;
    private static final float PADDING = ColumnWidths.PADDING;

    private final Paper paper;
    private final ReportTexts texts;
    private final Table table;
    private final List<Integer> places;
    private final List<Column> columns;
    private final long printed;
    private final float note;
    private final ColumnWidths widths;
    private long rows;

    /// @param most how many rows are printed
    /// @param note how much room is needed below, on the page of the last row
    TablePrinter(Paper paper, ReportTexts texts, Table table, long most, float note) throws IOException {
        this.paper = paper;
        this.texts = texts;
        this.table = table;
        this.places = table.printed();
        this.columns = places.stream().map(table.columns()::get).toList();
        this.printed = Math.min(most, table.rows().count());
        this.note = note;
        this.widths = new ColumnWidths(paper, texts, table, most);
    }

    void print() throws IOException {
        if (printed == 0) {
            return;
        }
        paper.need(60);
        paper.piece(Tags.TABLE, this::rows);
        paper.line(Paper.LEFT, paper.y(), Paper.LEFT + widths.total(), paper.y(), 0.8f, Ink.TEXT);
        paper.skip(4);
    }

    private void rows() throws IOException {
        paper.piece(Tags.ROW, this::head);
        try {
            table.rows().each(printed, cells -> {
                try {
                    row(cells);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void head() throws IOException {
        var cells = new ArrayList<List<String>>();
        int most = 1;
        for (int i = 0; i < columns.size(); i++) {
            List<String> lines = new Wrapping(paper.fonts(), Style.HEAD_CELL)
                    .lines(texts.pageHeading(columns.get(i)), widths.of(i) - 2 * PADDING, 3);
            cells.add(lines);
            most = Math.max(most, lines.size());
        }
        float height = most * Style.HEAD_CELL.leading() + 5;
        paper.box(Paper.LEFT, paper.y() - height, widths.total(), height, Ink.BAND);
        float x = Paper.LEFT;
        for (int i = 0; i < columns.size(); i++) {
            int column = i;
            float left = x;
            paper.piece(Tags.TITLE, () -> title(column, left, cells.get(column)));
            x += widths.of(i);
        }
        paper.skip(height);
        paper.line(Paper.LEFT, paper.y(), Paper.LEFT + widths.total(), paper.y(), 0.8f, Ink.TEXT);
    }

    private void title(int column, float x, List<String> lines) throws IOException {
        float baseline = paper.y() - Style.CELL.leading() + 1;
        for (String line : lines) {
            if (widths.isTitleRight(column)) {
                paper.textToRight(Style.HEAD_CELL, x + widths.of(column) - PADDING, baseline, line);
            } else {
                paper.text(Style.HEAD_CELL, x + PADDING, baseline, line);
            }
            baseline -= Style.CELL.leading();
        }
    }

    private void row(List<StateValue> values) throws IOException {
        rows++;
        boolean strong = table.isSum(values);
        var cells = new ArrayList<List<String>>();
        int highest = 1;
        for (int i = 0; i < columns.size(); i++) {
            StateValue value = values.get(places.get(i));
            Kind kind = columns.get(i).kind();
            String text = texts.cell(kind, value);
            List<String> lines = isRight(kind, value)
                    ? List.of(text)
                    : new Wrapping(paper.fonts(), style(kind, strong))
                            .lines(text, widths.of(i) - 2 * PADDING, kind == Kind.NAME ? MOST_LINES_OF_NAMES : MOST_LINES);
            cells.add(lines);
            highest = Math.max(highest, lines.size());
        }
        float height = highest * Style.CELL.leading() + 3;
        if (paper.need(height + below(height))) {
            paper.furniture(this::head);
        }
        paper.piece(Tags.ROW, () -> cells(values, cells, strong));
        paper.skip(height);
        paper.line(Paper.LEFT, paper.y(), Paper.LEFT + widths.total(), paper.y(), 0.3f, Ink.LINE);
    }

    private void cells(List<StateValue> values, List<List<String>> cells, boolean strong) throws IOException {
        float x = Paper.LEFT;
        for (int i = 0; i < columns.size(); i++) {
            int column = i;
            float left = x;
            Kind kind = columns.get(i).kind();
            Style style = style(kind, strong);
            boolean right = isRight(kind, values.get(places.get(i)));
            paper.piece(Tags.CELL, () -> {
                if (right) {
                    number(style, cells.get(column).getFirst(), column, left);
                } else {
                    lines(style, cells.get(column), left + PADDING);
                }
            });
            x += widths.of(i);
        }
    }

    /// The last row stands with the note below it, and the one before with the last: no row is alone on a page.
    private float below(float height) {
        if (rows == printed) {
            return note;
        }
        return rows == printed - 1 ? height + note : 0;
    }

    private void lines(Style style, List<String> lines, float x) throws IOException {
        float baseline = paper.y() - Style.CELL.leading() + 1;
        for (String line : lines) {
            paper.text(style, x, baseline, line);
            baseline -= Style.CELL.leading();
        }
    }

    private void number(Style style, String text, int column, float x) throws IOException {
        float baseline = paper.y() - Style.CELL.leading() + 1;
        float right = x + widths.of(column) - PADDING - widths.behind(column, width(style, texts.fraction(text)));
        float room = widths.of(column) - 2 * PADDING;
        float wide = width(style, text);
        if (wide > room) {
            paper.textToRight(style.withSize(style.size() * room / wide), x + widths.of(column) - PADDING, baseline, text);
        } else {
            paper.textToRight(style, Math.max(right, x + PADDING + wide), baseline, text);
        }
    }

    private float width(Style style, String text) throws IOException {
        return paper.fonts().width(style.face(), style.size(), text);
    }

    private static Style style(Kind kind, boolean strong) {
        return strong && style(kind).face() == Face.REGULAR ? Style.HEAD_CELL : style(kind);
    }

    static Style style(Kind kind) {
        return switch (kind) {
            case NAME, VALUE -> Style.MONO_CELL;
            case AMOUNT, COUNT, ORDINAL, TEXT, SAID, TIME, SPAN, TRUTH, WORD, CHECK, STATEMENT -> Style.CELL;
        };
    }

    /// Whether a cell stands at the right.
    static boolean isRight(Kind kind, StateValue value) {
        return kind.isNumber() && value instanceof Num;
    }
}
