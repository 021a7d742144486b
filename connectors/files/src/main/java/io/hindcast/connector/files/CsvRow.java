package io.hindcast.connector.files;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The cells of one record of a CSV file (RFC 4180).
///
/// @param columns the cells of the header
/// @param cells as many
/// @param kinds how each column is written as JSON
record CsvRow(List<String> columns, List<String> cells, List<CellKind> kinds) implements Row {
    /// How the cells of a column are written as JSON.
    enum CellKind {
        TEXT,
        /// An exact number with a decimal point.
        POINT_NUMBER,
        /// An exact number with a decimal comma and, perhaps, points between thousands.
        COMMA_NUMBER
    }

    /// Takes a record apart.
    ///
    /// @throws BrokenRecord if a quoted cell does not end, or text follows its end
    static List<String> cells(String record, char delimiter) throws BrokenRecord {
        var cells = new ArrayList<String>();
        int at = 0;
        while (true) {
            if (at < record.length() && record.charAt(at) == '"') {
                var cell = new StringBuilder();
                at = quoted(record, at + 1, cell);
                cells.add(cell.toString());
                if (at < record.length() && record.charAt(at) != delimiter) {
                    throw new BrokenRecord("text follows the closing quote of cell " + cells.size());
                }
            } else {
                int next = record.indexOf(delimiter, at);
                int stop = next < 0 ? record.length() : next;
                cells.add(record.substring(at, stop));
                at = stop;
            }
            if (at >= record.length()) {
                return cells;
            }
            at++;
        }
    }

    private static int quoted(String record, int from, StringBuilder cell) throws BrokenRecord {
        int at = from;
        while (true) {
            int quote = record.indexOf('"', at);
            if (quote < 0) {
                throw new BrokenRecord("a quoted cell does not end");
            }
            cell.append(record, at, quote);
            if (quote + 1 >= record.length() || record.charAt(quote + 1) != '"') {
                return quote + 1;
            }
            cell.append('"');
            at = quote + 2;
        }
    }

    @Override
    public List<String> names() {
        return columns;
    }

    @Override
    public int size() {
        return columns.size();
    }

    @Override
    public String name(int place) {
        return columns.get(place);
    }

    @Override
    public boolean has(int place) {
        return !cells.get(place).isBlank();
    }

    @Override
    public Optional<String> text(int place) {
        return has(place) ? Optional.of(cells.get(place)) : Optional.empty();
    }

    @Override
    public Optional<byte[]> body(int place) {
        return text(place).map(cell -> cell.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void writeName(int place, ByteArrayOutputStream out) {
        JsonText.quote(columns.get(place), out);
    }

    @Override
    public void writeJson(int place, ByteArrayOutputStream out) {
        var cell = text(place);
        if (cell.isEmpty()) {
            out.writeBytes(new byte[] {'n', 'u', 'l', 'l'});
            return;
        }
        switch (kinds.get(place)) {
            case TEXT -> JsonText.quote(cell.get(), out);
            case POINT_NUMBER -> out.writeBytes(cell.get().getBytes(StandardCharsets.US_ASCII));
            case COMMA_NUMBER ->
                out.writeBytes(cell.get().replace(".", "").replace(',', '.').getBytes(StandardCharsets.US_ASCII));
        }
    }
}
