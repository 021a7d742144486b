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
import java.util.List;

/// How wide the columns of a table are, from its titles and its first rows, and where its decimal signs stand.
final class ColumnWidths {
    static final float PADDING = 4;

    private static final int MEASURED_ROWS = 2_000;
    private static final float WIDEST = 320;
    private static final float LONGEST_WORD = 100;
    private static final float LONGEST_NAME = 145;

    /// Beside names, titles of checks take two lines rather than room from what was seen.
    private static final float LONGEST_CHECK = 76;
    private static final float NARROWEST = 26;

    /// The title of a time names the zone and takes two lines; it is not broken in its very middle.
    private static final float HALF_A_TITLE = 0.62f;

    /// Between a number and words at its right.
    private static final float GAP = 7;

    /// Ids are never cut, and should not become a string of letters below each other.
    private static final float LEAST_NAME = 72;

    private final Paper paper;
    private final ReportTexts texts;
    private final List<Integer> places;
    private final List<Column> columns;
    private final float[] natural;
    private final float[] needed;
    private final float[] titled;
    private final float[] wholes;
    private final float[] fractions;
    private final int[] numbers;
    private final int[] words;
    private final float[] widths;

    /// @param most how many rows are printed
    ColumnWidths(Paper paper, ReportTexts texts, Table table, long most) throws IOException {
        this.paper = paper;
        this.texts = texts;
        this.places = table.printed();
        this.columns = places.stream().map(table.columns()::get).toList();
        this.natural = new float[columns.size()];
        this.needed = new float[columns.size()];
        this.titled = new float[columns.size()];
        this.wholes = new float[columns.size()];
        this.fractions = new float[columns.size()];
        this.numbers = new int[columns.size()];
        this.words = new int[columns.size()];
        titles();
        try {
            table.rows().each(Math.min(most, MEASURED_ROWS), cells -> row(table.labelled(cells, texts), table.isSum(cells)));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        for (int i = 0; i < natural.length; i++) {
            natural[i] += gap(i);
            needed[i] += gap(i);
        }
        this.widths = shared();
    }

    float of(int column) {
        return widths[column];
    }

    float total() {
        float total = 0;
        for (float width : widths) {
            total += width;
        }
        return total;
    }

    /// How far a number of this column stands left of its edge, so that the decimal signs are under each other; nothing where
    /// the column has no room for that.
    float behind(int column, float fraction) {
        boolean fits = wholes[column] + fractions[column] + 2 * PADDING + gap(column) <= widths[column] + 0.5f;
        return fits ? Math.max(0, fractions[column] - fraction) : 0;
    }

    /// Whether most of a column are numbers: its title stands where they stand.
    boolean isTitleRight(int column) {
        return columns.get(column).kind().isNumber() && numbers[column] >= words[column];
    }

    /// What a column of numbers keeps free at its right, before one that begins at its left.
    float gap(int column) {
        boolean isBeforeWords = column + 1 < columns.size() && !isTitleRight(column + 1);
        return isTitleRight(column) && isBeforeWords ? GAP : 0;
    }

    private void titles() throws IOException {
        for (int i = 0; i < natural.length; i++) {
            String title = texts.pageHeading(columns.get(i));
            needed[i] = unbroken(Style.HEAD_CELL, title);
            float wide = width(Style.HEAD_CELL, title);
            boolean wraps = columns.get(i).kind() == Kind.TIME;
            natural[i] = wraps ? Math.max(needed[i], wide * HALF_A_TITLE + 2 * PADDING) : wide + 2 * PADDING;
            titled[i] = needed[i];
        }
    }

    private void row(List<StateValue> cells, boolean strong) {
        try {
            for (int i = 0; i < natural.length; i++) {
                measure(i, cells.get(places.get(i)), strong);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void measure(int i, StateValue value, boolean strong) throws IOException {
        Kind kind = columns.get(i).kind();
        Style style = TablePrinter.style(kind, strong);
        String text = texts.cell(kind, value);
        float width = width(style, text);
        numbers[i] += value instanceof Num ? 1 : 0;
        words[i] += value instanceof Num || value instanceof Null ? 0 : 1;
        if (TablePrinter.isRight(kind, value)) {
            float fraction = width(style, texts.fraction(text));
            wholes[i] = Math.max(wholes[i], width - fraction);
            fractions[i] = Math.max(fractions[i], fraction);
            natural[i] = Math.max(natural[i], wholes[i] + fractions[i] + 2 * PADDING);
            needed[i] = Math.max(needed[i], width + 2 * PADDING);
        } else {
            boolean isWrapped = kind == Kind.TIME && hasValues();
            float wish = kind == Kind.CHECK && isBesideNames() ? Math.min(width, LONGEST_CHECK) : width;
            natural[i] = Math.max(natural[i], isWrapped ? unbroken(style, text) : wish + 2 * PADDING);
            boolean whole = (kind == Kind.TIME && !isWrapped) || kind == Kind.TRUTH || (isName(kind) && width <= LONGEST_NAME);
            needed[i] = Math.max(needed[i], whole ? width + 2 * PADDING : unbroken(style, text));
        }
    }

    /// Beside whole values, which need every letter of room, a time takes two lines.
    private boolean hasValues() {
        return columns.stream().anyMatch(column -> column.kind() == Kind.VALUE);
    }

    /// What is found by its name is read at a glance only on one line; where there are names of the store, theirs are.
    private boolean isName(Kind kind) {
        return kind == Kind.NAME || ((kind == Kind.CHECK || kind == Kind.WORD) && !isBesideNames());
    }

    private boolean isBesideNames() {
        return columns.stream().anyMatch(column -> column.kind() == Kind.NAME);
    }

    private float unbroken(Style style, String text) throws IOException {
        return Math.min(LONGEST_WORD, new Wrapping(paper.fonts(), style).longestWord(start(text))) + 2 * PADDING;
    }

    private float width(Style style, String text) throws IOException {
        return paper.fonts().width(style.face(), style.size(), start(text));
    }

    private static String start(String text) {
        return text.length() > 200 ? text.substring(0, 200) : text;
    }

    /// Every column gets what it cannot do without; the rest is shared by what each would like to have.
    private float[] shared() {
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
                widths[i] = squeezed(i, room);
            } else {
                widths[i] = needed[i] + (natural[i] - needed[i]) * (room - least) / (wanted - least);
            }
        }
        return stretched(widths, Math.min(wanted, room));
    }

    /// Where not everything fits, text is broken first, then numbers are printed smaller, and titles are broken last.
    private float squeezed(int column, float room) {
        float[] words = floors(true);
        float[] titles = floors(false);
        return sum(words) <= room
                ? between(words[column], needed[column], room, sum(words), sum(needed))
                : sum(titles) <= room
                        ? between(titles[column], words[column], room, sum(titles), sum(words))
                        : needed[column] * room / sum(needed);
    }

    private static float between(float least, float most, float room, float allLeast, float allMost) {
        return allMost <= allLeast ? least : least + (most - least) * (room - allLeast) / (allMost - allLeast);
    }

    /// @param numbersWhole whether numbers keep what they need
    private float[] floors(boolean numbersWhole) {
        var floors = new float[needed.length];
        for (int i = 0; i < floors.length; i++) {
            Kind kind = columns.get(i).kind();
            boolean whole = isOurs(kind) || (numbersWhole && kind.isNumber() && numbers[i] >= words[i]);
            float least = Math.max(titled[i], kind == Kind.NAME ? LEAST_NAME : NARROWEST);
            floors[i] = whole ? needed[i] : Math.min(needed[i], least);
        }
        return floors;
    }

    /// Words of ours are short and are not broken.
    private static boolean isOurs(Kind kind) {
        return kind == Kind.WORD || kind == Kind.TRUTH;
    }

    private static float sum(float[] widths) {
        float sum = 0;
        for (float width : widths) {
            sum += width;
        }
        return sum;
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
}
