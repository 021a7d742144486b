package io.hindcast.cli.output;

import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateValue;
import java.util.List;

/// RFC 4180: header line, CRLF, quotes where needed. Text that a spreadsheet would take for a formula gets an
/// apostrophe in front; numbers never do.
final class CsvRows implements Rows {
    private final List<String> columns;
    private final Sink sink;

    CsvRows(List<String> columns, Sink sink) {
        this.columns = columns;
        this.sink = sink;
        line(columns);
    }

    @Override
    public void add(Fields row) {
        line(columns.stream().map(column -> cell(row.field(column))).toList());
    }

    @Override
    public void close() {
        // every line is complete
    }

    private static String cell(StateValue value) {
        String text = Cell.text(value);
        boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 && !(value instanceof Num);
        return formula ? "'" + text : text;
    }

    private void line(List<String> cells) {
        sink.write(String.join(",", cells.stream().map(CsvRows::quoted).toList())).write("\r\n");
    }

    private static String quoted(String cell) {
        return cell.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? '"' + cell.replace("\"", "\"\"") + '"'
                : cell;
    }
}
