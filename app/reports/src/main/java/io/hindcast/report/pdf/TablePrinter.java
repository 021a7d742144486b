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

    /// Of the data of an event more is shown: what matters need not stand first.
    private static final int MOST_LINES_OF_VALUES = 8;

    /// What a row is known by is not cut, unless it would fill a page.
    private static final int MOST_LINES_OF_NAMES = 24;
    private static final float PADDING = ColumnWidths.PADDING;
    private static final int MOST_LINES_OF_TITLES = 4;

    /// A number that is too wide is printed smaller, down to this; beyond, it goes on below.
    static final float SMALLEST = 0.65f;

    private final Paper paper;
    private final ReportTexts texts;
    private final Table table;
    private final List<Integer> places;
    private final List<Column> columns;
    private final long printed;
    private final float note;
    private final ColumnWidths widths;
    private List<StateValue> first = List.of();
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
        table.rows().each(1, cells -> first = cells);
        paper.need(Math.max(60, headHeight() + (first.isEmpty() ? 0 : height(lines(first)) + below(1, height(lines(first))))));
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

    private List<List<String>> titles() throws IOException {
        var cells = new ArrayList<List<String>>();
        for (int i = 0; i < columns.size(); i++) {
            cells.add(new Wrapping(paper.fonts(), Style.HEAD_CELL)
                    .lines(texts.pageHeading(columns.get(i)), room(i), MOST_LINES_OF_TITLES));
        }
        return cells;
    }

    private float headHeight() throws IOException {
        return most(titles()) * Style.HEAD_CELL.leading() + 5;
    }

    private static int most(List<List<String>> cells) {
        return cells.stream().mapToInt(List::size).max().orElse(1);
    }

    private void head() throws IOException {
        List<List<String>> cells = titles();
        float height = headHeight();
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
                paper.textToRight(Style.HEAD_CELL, right(column, x), baseline, line);
            } else {
                paper.text(Style.HEAD_CELL, x + PADDING, baseline, line);
            }
            baseline -= Style.CELL.leading();
        }
    }

    private void row(List<StateValue> row) throws IOException {
        rows++;
        boolean strong = table.isSum(row);
        List<StateValue> values = table.labelled(row, texts);
        List<List<String>> cells = lines(row);
        float height = height(cells);
        if (paper.need(height + below(height))) {
            paper.furniture(this::head);
        }
        paper.piece(Tags.ROW, () -> cells(values, cells, strong));
        paper.skip(height);
        paper.line(Paper.LEFT, paper.y(), Paper.LEFT + widths.total(), paper.y(), 0.3f, Ink.LINE);
    }

    private static float height(List<List<String>> cells) {
        return most(cells) * Style.CELL.leading() + 3;
    }

    /// The lines of each cell of a row.
    private List<List<String>> lines(List<StateValue> row) throws IOException {
        boolean strong = table.isSum(row);
        List<StateValue> values = table.labelled(row, texts);
        var cells = new ArrayList<List<String>>();
        for (int i = 0; i < columns.size(); i++) {
            StateValue value = values.get(places.get(i));
            Kind kind = columns.get(i).kind();
            Style style = style(kind, strong);
            String text = texts.cell(kind, value);
            boolean fits = isRight(kind, value) && width(style, text) * SMALLEST <= room(i);
            cells.add(fits ? List.of(text) : new Wrapping(paper.fonts(), style).lines(text, room(i), mostLines(kind)));
        }
        return cells;
    }

    private static int mostLines(Kind kind) {
        return switch (kind) {
            case NAME, AMOUNT, COUNT, ORDINAL -> MOST_LINES_OF_NAMES;
            case VALUE -> MOST_LINES_OF_VALUES;
            case TEXT, SAID, TIME, SPAN, TRUTH, WORD, CHECK, STATEMENT -> MOST_LINES;
        };
    }

    private float room(int column) {
        return widths.of(column) - 2 * PADDING - widths.gap(column);
    }

    private float right(int column, float x) {
        return x + widths.of(column) - PADDING - widths.gap(column);
    }

    private void cells(List<StateValue> values, List<List<String>> cells, boolean strong) throws IOException {
        float x = Paper.LEFT;
        for (int i = 0; i < columns.size(); i++) {
            int column = i;
            float left = x;
            Kind kind = columns.get(i).kind();
            Style plain = style(kind, strong);
            Style style = kind.isBad(values.get(places.get(i))) ? plain.withColour(Ink.BAD) : plain;
            boolean right = isRight(kind, values.get(places.get(i))) && cells.get(i).size() == 1;
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
        return below(rows, height);
    }

    private float below(long row, float height) {
        if (row == printed) {
            return note;
        }
        return row == printed - 1 ? height + note : 0;
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
        float right = right(column, x) - widths.behind(column, width(style, texts.fraction(text)));
        float room = room(column);
        float wide = width(style, text);
        if (wide > room) {
            paper.textToRight(style.withSize(style.size() * room / wide), right(column, x), baseline, text);
        } else {
            paper.textToRight(style, Math.max(right, x + PADDING + wide), baseline, text);
        }
    }

    private float width(Style style, String text) throws IOException {
        return paper.fonts().width(style.face(), style.size(), text);
    }

    static Style style(Kind kind, boolean strong) {
        return strong && style(kind).face() == Face.REGULAR ? Style.HEAD_CELL : style(kind);
    }

    private static Style style(Kind kind) {
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
