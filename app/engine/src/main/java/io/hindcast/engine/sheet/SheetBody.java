package io.hindcast.engine.sheet;

import io.hindcast.engine.state.Absent;
import io.hindcast.engine.state.Bool;
import io.hindcast.engine.state.CsvLine;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateValue;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The rows of one sheet while it is written.
///
/// The rows are kept packed until the sheet is finished: only then is known which columns need one beside them with rounded
/// numbers, and how wide they are. A sheet of a million rows takes some 20 to 60 MB meanwhile.
final class SheetBody {
    private static final int MOST_COLUMNS = 16_384;

    private final SheetColumns columns;
    private final PackedText text = new PackedText();
    private int count = 1;

    /// @param rounded what columns of rounded numbers are called
    SheetBody(List<SheetColumn> columns, String rounded) {
        if (columns.isEmpty() || columns.size() > MOST_COLUMNS / 3) {
            throw new IllegalArgumentException("a sheet of " + columns.size() + " columns");
        }
        this.columns = new SheetColumns(columns, rounded);
    }

    /// How many there are, the titles included.
    int rows() {
        return count;
    }

    void add(List<? extends StateValue> cells) throws IOException {
        if (cells.size() != columns.declared()) {
            throw new IllegalArgumentException("%d cells in %d columns".formatted(cells.size(), columns.declared()));
        }
        count++;
        var row = new RowText(count);
        var rounded = new TreeMap<Integer, String>();
        for (int i = 0; i < cells.size(); i++) {
            write(i, cells.get(i), row, rounded);
        }
        rounded.forEach((place, digits) -> row.number(place, digits, Styles.ROUNDED));
        text.append("<row r=\"" + count + "\">").append(row.text()).append("</row>");
    }

    /// Adds a row that looks like the titles.
    void heading(String words) throws IOException {
        count++;
        var row = new RowText(count);
        for (int place = 0; place < columns.size(); place++) {
            row.text(place, place == 0 ? words : "", Styles.TITLE);
        }
        text.append("<row r=\"" + count + "\">").append(row.text()).append("</row>");
    }

    private void write(int column, StateValue value, RowText row, Map<Integer, String> rounded) {
        int place = columns.place(column);
        switch (value) {
            case Absent _, Null _ -> {}
            case Bool(boolean truth) -> row.truth(place, truth);
            case Num number when Cells.isExact(number) -> {
                columns.widen(place, number.digits().length());
                int places = number.value().scale();
                int style = columns.isProse(column) ? Styles.numberAtLeft(places) : Styles.number(places);
                row.number(place, Cells.digits(number), style);
            }
            case Num number -> {
                text(column, number.digits(), row, false);
                Cells.rounded(number).ifPresent(digits -> rounded.put(columns.rounded(column), digits));
            }
            default -> text(column, CsvLine.plain(value), row, true);
        }
        if (columns.isTime(column)) {
            SpreadsheetDate.of(CsvLine.plain(value))
                    .ifPresent(date -> row.number(
                            place + 1, date.days().toPlainString(), date.hasTime() ? Styles.TIME : Styles.DATE));
        }
    }

    private void text(int column, String text, RowText row, boolean mayBeFormula) {
        int place = columns.place(column);
        boolean isFormula = mayBeFormula && Cells.isFormula(text);
        if (columns.isProse(column)) {
            row.text(place, text, isFormula ? Styles.QUOTED_PROSE : Styles.PROSE);
        } else {
            columns.widen(place, text.length());
            row.text(place, text, isFormula ? Styles.QUOTED : Styles.TEXT);
        }
    }

    /// Writes the sheet's part.
    void writeTo(OutputStream out) throws IOException {
        String head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
                + "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
                + "<dimension ref=\"" + range() + "\"/>"
                + "<sheetViews><sheetView workbookViewId=\"0\">"
                + "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>"
                + columns.widths()
                + "<sheetData>"
                + columns.titles();
        out.write(PackedText.utf8(head));
        text.writeTo(out);
        // A number as text is meant here, so a spreadsheet need not mark each of them.
        out.write(PackedText.utf8("</sheetData><autoFilter ref=\"%1$s\"/><ignoredErrors><ignoredError sqref=\"%1$s\" numberStoredAsText=\"1\"/></ignoredErrors></worksheet>"
                .formatted(range())));
    }

    private String range() {
        return "A1:" + RowText.letters(columns.size() - 1) + count;
    }
}
