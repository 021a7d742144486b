package io.hindcast.cli.output;

import io.hindcast.engine.state.CsvLine;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Printable;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateValue;
import java.util.ArrayList;
import java.util.List;

/// A table for people: columns as wide as the first rows need, numbers to the right, long and control characters kept
/// from breaking the lines.
final class TableRows implements Rows {
    private static final int MEASURED_ROWS = 500;
    private static final int WIDEST = 60;

    private final List<String> columns;
    private final Sink sink;
    private final List<Fields> waiting = new ArrayList<>();
    private int[] widths = {};
    private long rows;

    TableRows(List<String> columns, Sink sink) {
        this.columns = columns;
        this.sink = sink;
    }

    @Override
    public void add(Fields row) {
        rows++;
        if (widths.length > 0) {
            write(row);
            return;
        }
        waiting.add(row);
        if (waiting.size() == MEASURED_ROWS) {
            begin();
        }
    }

    @Override
    public void flush() {
        if (widths.length == 0 && rows > 0) {
            begin();
        }
    }

    @Override
    public void close() {
        if (widths.length == 0) {
            begin();
        }
        if (rows == 0) {
            sink.write("(none)\n");
        }
    }

    private void begin() {
        widths = columns.stream().mapToInt(this::widthOf).toArray();
        var header = new StringBuilder();
        var rule = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            header.append(pad(columns.get(i), widths[i], false)).append("  ");
            rule.append("─".repeat(widths[i])).append("  ");
        }
        sink.write(header.toString().stripTrailing()).write("\n");
        sink.write(rule.toString().stripTrailing()).write("\n");
        waiting.forEach(this::write);
        waiting.clear();
    }

    private int widthOf(String column) {
        int widest = column.length();
        for (Fields row : waiting) {
            widest = Math.max(widest, shown(row.field(column)).length());
        }
        return widest;
    }

    private void write(Fields row) {
        var line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            StateValue value = row.field(columns.get(i));
            line.append(pad(shown(value), widths[i], value instanceof Num)).append("  ");
        }
        sink.write(line.toString().stripTrailing()).write("\n");
    }

    private static String shown(StateValue value) {
        String text = Printable.escaped(CsvLine.plain(value));
        boolean whole = value instanceof Num || text.length() <= WIDEST;
        return whole ? text : text.substring(0, WIDEST - 1) + "…";
    }

    private static String pad(String text, int width, boolean right) {
        String space = " ".repeat(Math.max(0, width - text.length()));
        return right ? space + text : text + space;
    }
}
