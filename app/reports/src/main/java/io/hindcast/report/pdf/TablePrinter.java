package io.hindcast.report.pdf;

import io.hindcast.audit.report.Column;
import io.hindcast.audit.report.Column.Kind;
import io.hindcast.audit.report.ReportTexts;
import io.hindcast.audit.report.Table;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/// Prints a table over as many pages as it needs, its titles on each. Numbers stand to the right and are never wrapped nor
/// cut: one that is too wide is printed smaller.
final class TablePrinter {
    private static final int MEASURED_ROWS = 200;
    private static final int MOST_LINES = 4;
    private static final float PADDING = 4;
    private static final float WIDEST = 320;
    private static final float LONGEST_WORD = 100;
    private static final float NARROWEST = 26;

    private final Paper paper;
    private final ReportTexts texts;
    private final List<Column> columns;
    private final List<Integer> places;
    private final Table table;
    private final long most;
    private final int[] numbers;
    private final int[] words;
    private final float[] widths;

    /// @param most how many rows are printed
    TablePrinter(Paper paper, ReportTexts texts, Table table, long most) throws IOException {
        this.paper = paper;
        this.texts = texts;
        this.table = table;
        this.places = table.printed();
        this.columns = places.stream().map(table.columns()::get).toList();
        this.most = most;
        this.numbers = new int[columns.size()];
        this.words = new int[columns.size()];
        this.widths = measured();
    }

    void print() throws IOException {
        if (table.rows().count() == 0) {
            return;
        }
        paper.need(60);
        head();
        try {
            table.rows().each(most, cells -> {
                try {
                    row(cells);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        paper.line(Paper.LEFT, paper.y(), Paper.LEFT + total(), paper.y(), 0.8f, Ink.TEXT);
        paper.skip(4);
    }

    private float total() {
        float total = 0;
        for (float width : widths) {
            total += width;
        }
        return total;
    }

    private float[] measured() throws IOException {
        var natural = new float[columns.size()];
        var needed = new float[columns.size()];
        for (int i = 0; i < natural.length; i++) {
            natural[i] = width(Style.HEAD_CELL, texts.heading(columns.get(i)));
            needed[i] = unbroken(Style.HEAD_CELL, texts.heading(columns.get(i)));
        }
        table.rows().each(Math.min(most, MEASURED_ROWS), cells -> {
            for (int i = 0; i < natural.length; i++) {
                StateValue value = cells.get(places.get(i));
                Style style = style(columns.get(i).kind());
                String text = texts.cell(columns.get(i).kind(), value);
                float width = unchecked(style, text);
                natural[i] = Math.max(natural[i], width);
                numbers[i] += value instanceof Num ? 1 : 0;
                words[i] += value instanceof Num || value instanceof Null ? 0 : 1;
                boolean whole = isRight(columns.get(i).kind(), value) || columns.get(i).kind() == Kind.TIME;
                needed[i] = Math.max(needed[i], whole ? width : uncheckedUnbroken(style, text));
            }
        });
        return shared(natural, needed);
    }

    private float uncheckedUnbroken(Style style, String text) {
        try {
            return unbroken(style, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private float unbroken(Style style, String text) throws IOException {
        return Math.min(LONGEST_WORD, new Wrapping(paper.fonts(), style).longestWord(start(text))) + 2 * PADDING;
    }

    private static String start(String text) {
        return text.length() > 200 ? text.substring(0, 200) : text;
    }

    private float unchecked(Style style, String text) {
        try {
            return width(style, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private float width(Style style, String text) throws IOException {
        return paper.fonts().width(style.face(), style.size(), start(text)) + 2 * PADDING;
    }

    /// Every column gets what it cannot do without; the rest is shared by what each would like to have.
    private static float[] shared(float[] natural, float[] needed) {
        var widths = new float[natural.length];
        float wanted = 0;
        float least = 0;
        for (int i = 0; i < widths.length; i++) {
            natural[i] = Math.clamp(natural[i], NARROWEST, WIDEST);
            needed[i] = Math.clamp(needed[i], NARROWEST, natural[i]);
            wanted += natural[i];
            least += needed[i];
        }
        float room = Paper.WIDTH;
        for (int i = 0; i < widths.length; i++) {
            if (wanted <= room) {
                widths[i] = natural[i];
            } else if (least >= room) {
                widths[i] = needed[i] * room / least;
            } else {
                widths[i] = needed[i] + (natural[i] - needed[i]) * (room - least) / (wanted - least);
            }
        }
        return stretched(widths, Math.min(wanted, room));
    }

    /// A table that is nearly as wide as the page is as wide as the page.
    private static float[] stretched(float[] widths, float used) {
        if (used > Paper.WIDTH * 0.6f) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] *= Paper.WIDTH / used;
            }
        }
        return widths;
    }

    private void head() throws IOException {
        var cells = new ArrayList<List<String>>();
        int most = 1;
        for (int i = 0; i < widths.length; i++) {
            List<String> lines = new Wrapping(paper.fonts(), Style.HEAD_CELL)
                    .lines(texts.heading(columns.get(i)), widths[i] - 2 * PADDING, 3);
            cells.add(lines);
            most = Math.max(most, lines.size());
        }
        float height = most * Style.HEAD_CELL.leading() + 5;
        paper.box(Paper.LEFT, paper.y() - height, total(), height, Ink.BAND);
        float x = Paper.LEFT;
        for (int i = 0; i < widths.length; i++) {
            lines(Style.HEAD_CELL, cells.get(i), x, widths[i], isTitleRight(i));
            x += widths[i];
        }
        paper.skip(height);
        paper.line(Paper.LEFT, paper.y(), Paper.LEFT + total(), paper.y(), 0.8f, Ink.TEXT);
    }

    /// A title stands where most of its column stands.
    private boolean isTitleRight(int column) {
        return columns.get(column).kind().isNumber() && numbers[column] >= words[column];
    }

    private void row(List<StateValue> values) throws IOException {
        var cells = new ArrayList<List<String>>();
        int highest = 1;
        for (int i = 0; i < widths.length; i++) {
            StateValue value = values.get(places.get(i));
            Kind kind = columns.get(i).kind();
            String text = texts.cell(kind, value);
            List<String> lines = isRight(kind, value)
                    ? List.of(text)
                    : new Wrapping(paper.fonts(), style(kind))
                            .lines(text, widths[i] - 2 * PADDING, MOST_LINES);
            cells.add(lines);
            highest = Math.max(highest, lines.size());
        }
        float height = highest * Style.CELL.leading() + 3;
        if (paper.need(height)) {
            head();
        }
        float x = Paper.LEFT;
        for (int i = 0; i < widths.length; i++) {
            StateValue value = values.get(places.get(i));
            Kind kind = columns.get(i).kind();
            lines(style(kind), cells.get(i), x, widths[i], isRight(kind, value));
            x += widths[i];
        }
        paper.skip(height);
        paper.line(Paper.LEFT, paper.y(), Paper.LEFT + total(), paper.y(), 0.3f, Ink.LINE);
    }

    private void lines(Style style, List<String> lines, float x, float width, boolean right) throws IOException {
        float baseline = paper.y() - Style.CELL.leading() + 1;
        for (String line : lines) {
            if (right) {
                float room = width - 2 * PADDING;
                float wide = paper.fonts().width(style.face(), style.size(), line);
                Style fitting = wide > room ? style.withSize(style.size() * room / wide) : style;
                paper.textToRight(fitting, x + width - PADDING, baseline, line);
            } else {
                paper.text(style, x + PADDING, baseline, line);
            }
            baseline -= Style.CELL.leading();
        }
    }

    private static Style style(Kind kind) {
        return switch (kind) {
            case NAME, VALUE -> Style.MONO_CELL;
            case AMOUNT, COUNT, ORDINAL, TEXT, TIME, TRUTH, WORD, CHECK, STATEMENT -> Style.CELL;
        };
    }

    private static boolean isRight(Kind kind, StateValue value) {
        return kind.isNumber() && value instanceof Num;
    }
}
