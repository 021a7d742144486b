package io.hindcast.cli.output;

import io.hindcast.engine.state.CsvLine;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Text;
import java.util.List;

/// A header line, and a line a row; see [CsvLine].
final class CsvRows implements Rows {
    private final List<String> columns;
    private final Sink sink;

    CsvRows(List<String> columns, Sink sink) {
        this.columns = columns;
        this.sink = sink;
        sink.write(CsvLine.of(columns.stream().map(Text::new).toList()));
    }

    @Override
    public void add(Fields row) {
        sink.write(CsvLine.of(columns.stream().map(row::field).toList()));
    }

    @Override
    public void close() {
        // every line is complete
    }
}
