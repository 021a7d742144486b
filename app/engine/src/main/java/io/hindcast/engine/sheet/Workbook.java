package io.hindcast.engine.sheet;

import io.hindcast.engine.state.StateValue;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/// A workbook (`*.xlsx`) that is being written, sheet after sheet and row after row; of one thread. The same tables make the
/// same bytes, whenever and wherever they are written.
///
/// Every cell has a type: numbers are numbers, truth is truth, everything else is text, structures as JSON. No text becomes
/// a formula, not even when somebody edits it. A number of more than 15 significant digits, which a spreadsheet would round
/// without a word, is text with all its digits, and a further column at the right has it rounded.
public final class Workbook implements Closeable {
    /// The earliest that a ZIP knows, so that the same tables make the same bytes.
    private static final LocalDateTime ALWAYS = LocalDateTime.of(1980, 1, 1, 0, 0);

    /// The most rows of a sheet, titles included.
    private static final int MOST_ROWS = 1_048_576;

    private final ZipOutputStream zip;
    private final int mostRows;
    private final String rounded;
    private final SheetNames names = new SheetNames();
    private String wanted = "";
    private List<SheetColumn> columns = List.of();
    private @Nullable SheetBody body;
    private boolean isClosed;

    /// @param out stays open; the workbook is whole when it was closed
    public Workbook(OutputStream out) {
        this(out, "rounded");
    }

    /// @param rounded what stands behind the title of a column of rounded numbers, in the language of the titles
    public Workbook(OutputStream out, String rounded) {
        this(out, rounded, MOST_ROWS);
    }

    Workbook(OutputStream out, String rounded, int mostRows) {
        this.zip = new ZipOutputStream(out);
        this.rounded = rounded;
        this.mostRows = mostRows;
    }

    /// Finishes the sheet that was written, and begins the next one.
    ///
    /// @param name made legal and unique where it is not
    public void sheet(String name, List<SheetColumn> sheetColumns) throws IOException {
        finishSheet();
        wanted = name;
        columns = List.copyOf(sheetColumns);
        begin();
    }

    /// Adds a row to the sheet. Rows beyond what a sheet can hold (1,048,576 with the titles) go on in another sheet with the
    /// same columns.
    ///
    /// @param cells one for each column, in order
    public void row(List<? extends StateValue> cells) throws IOException {
        withRoom().add(cells);
    }

    /// Adds a row with a heading for those that follow; it looks like the titles.
    public void heading(String words) throws IOException {
        withRoom().heading(words);
    }

    private SheetBody withRoom() throws IOException {
        SheetBody here = body;
        if (here == null) {
            throw new IllegalStateException("no sheet was begun");
        }
        if (here.rows() < mostRows) {
            return here;
        }
        finishSheet();
        return begin();
    }

    /// Finishes the workbook.
    @Override
    public void close() throws IOException {
        if (isClosed) {
            return;
        }
        isClosed = true;
        if (names.names().isEmpty()) {
            // a workbook has a sheet
            sheet("Sheet", List.of(SheetColumn.of("")));
        }
        finishSheet();
        for (Part part : Part.of(names.names())) {
            open(part.name());
            zip.write(PackedText.utf8(part.text()));
            zip.closeEntry();
        }
        zip.finish();
    }

    private SheetBody begin() {
        names.add(wanted);
        var begun = new SheetBody(columns, rounded);
        body = begun;
        return begun;
    }

    private void finishSheet() throws IOException {
        SheetBody here = body;
        if (here != null) {
            open(Part.sheet(names.names().size()));
            here.writeTo(zip);
            zip.closeEntry();
            body = null;
        }
    }

    private void open(String name) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(ALWAYS);
        zip.putNextEntry(entry);
    }
}
