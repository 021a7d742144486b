package io.hindcast.audit.publish;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Reads what [io.hindcast.audit.report.CsvFormat] writes, row by row.
final class CsvReader {
    private final BufferedReader reader;

    CsvReader(BufferedReader reader) {
        this.reader = reader;
    }

    /// The cells of the next row; none at the end.
    List<String> next() throws IOException {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        boolean any = false;
        for (int c = reader.read(); c >= 0; c = reader.read()) {
            any = true;
            if (quoted) {
                quoted = c != '"';
                if (quoted) {
                    cell.append((char) c);
                } else if (isNext('"')) {
                    cell.append('"');
                    quoted = true;
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == ',') {
                cells.add(take(cell));
            } else if (c == '\r' && isNext('\n')) {
                cells.add(take(cell));
                return cells;
            } else {
                cell.append((char) c);
            }
        }
        if (any) {
            cells.add(take(cell));
        }
        return cells;
    }

    private boolean isNext(char wanted) throws IOException {
        reader.mark(1);
        if (reader.read() == wanted) {
            return true;
        }
        reader.reset();
        return false;
    }

    private static String take(StringBuilder cell) {
        String text = cell.toString();
        cell.setLength(0);
        return text;
    }
}
