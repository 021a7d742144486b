package io.hindcast.audit.report;

import io.hindcast.engine.state.CsvLine;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/// A file a table, by RFC 4180 in UTF-8; see [CsvLine]. Names of columns are the same in every language.
public final class CsvFormat implements ReportFormat {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    @Override
    public String id() {
        return "csv";
    }

    @Override
    public boolean isEvidence() {
        return true;
    }

    @Override
    public void write(Report report, Rendering rendering, Outputs outputs) throws IOException {
        for (Table table : report.tables()) {
            try (Writer writer = open(outputs, rendering.base() + "-" + table.key() + ".csv")) {
                if (rendering.byteOrderMark()) {
                    writer.write(BYTE_ORDER_MARK);
                }
                write(table, writer);
            }
        }
    }

    private static Writer open(Outputs outputs, String name) throws IOException {
        return new BufferedWriter(
                new OutputStreamWriter(outputs.create(name, "text/csv"), StandardCharsets.UTF_8));
    }

    private static void write(Table table, Writer writer) throws IOException {
        writer.write(CsvLine.of(table.columns().stream().map(Column::key).map(Text::new).toList()));
        table.rows().each(unchecked(cells -> writer.write(CsvLine.of(cells))));
    }

    /// Something done with a row that may fail on a full disk.
    interface Writing {
        void write(List<StateValue> cells) throws IOException;
    }

    static Consumer<List<StateValue>> unchecked(Writing writing) {
        return cells -> {
            try {
                writing.write(cells);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }
}
