package io.hindcast.cli.output;

import io.hindcast.engine.sheet.SheetColumn;
import io.hindcast.engine.sheet.Workbook;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A workbook: a sheet with the rows, and one that says what was asked and what else was answered.
final class SheetRows implements Rows {
    private final Path file;
    private final Path part;
    private final OutputStream out;
    private final Workbook workbook;
    private final List<String> columns;
    private Fields about;
    private boolean failed;

    /// @param file not there before the rows are closed, and never when it cannot be finished
    /// @param part what it is until then
    /// @param out writes the part; is closed with the rows
    SheetRows(Path file, Path part, OutputStream out, List<String> columns, Fields about) throws IOException {
        this.file = file;
        this.part = part;
        this.out = out;
        this.columns = columns;
        this.about = about;
        this.workbook = new Workbook(out);
        workbook.sheet("Rows", columns.stream().map(SheetRows::column).toList());
    }

    /// The names of the contract say which columns hold times.
    private static SheetColumn column(String name) {
        return name.endsWith("At") ? SheetColumn.time(name) : SheetColumn.of(name);
    }

    @Override
    public void add(Fields row) {
        write(columns.stream().map(row::field).toList());
    }

    private void write(List<StateValue> cells) {
        try {
            workbook.row(cells);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /// Adds to what stands on the second sheet.
    void about(Fields more) {
        var both = Fields.builder(about.size() + more.size());
        about.entries().forEach(entry -> both.put(entry.getKey(), entry.getValue()));
        more.entries().forEach(entry -> both.put(entry.getKey(), entry.getValue()));
        about = both.build();
    }

    @Override
    public void close() {
        try (out;
                workbook) {
            workbook.sheet("About", List.of(SheetColumn.of("field"), SheetColumn.of("value")));
            Document.flatten("", about, (path, value) -> write(List.of(new Text(path), value)));
        } catch (IOException e) {
            throw unwritable(e);
        } finally {
            settle();
        }
    }

    private void settle() {
        try {
            if (!failed) {
                Files.move(part, file);
            }
        } catch (IOException e) {
            throw unwritable(e);
        } finally {
            takeAwayHalf();
        }
    }

    private UnwritableWorkbook unwritable(IOException cause) {
        failed = true;
        return new UnwritableWorkbook(file, cause);
    }

    private void takeAwayHalf() {
        if (failed) {
            try {
                Files.deleteIfExists(part);
            } catch (IOException _) {
                // said already: it could not be written
            }
        }
    }
}
