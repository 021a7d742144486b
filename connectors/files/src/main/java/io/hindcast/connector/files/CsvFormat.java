package io.hindcast.connector.files;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.ConnectorException.Kind;
import io.hindcast.connector.files.CsvRow.CellKind;
import io.hindcast.connector.files.RecordScanner.Stretch;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// How a CSV file is written.
///
/// @param columns the header
/// @param start where the first row behind the header begins
/// @param line the line of that row
record CsvFormat(List<String> columns, char delimiter, Charset encoding, long start, long line) {
    private static final String DELIMITERS = ",;\t|";
    private static final int SAMPLE = 50;

    /// @throws ConnectorException if the file has no header
    static CsvFormat of(String name, ByteWindow bytes, Detection detection, Declaration declaration) {
        var encoding = declaration
                .encoding()
                .orElse(detection.utf8() ? StandardCharsets.UTF_8 : Charset.forName("windows-1252"));
        long start = detection.start();
        long line = 1;
        var delimiter = declaration.delimiter();
        String first = text(bytes, start, bytes.endOfLine(start), encoding).strip();
        if (first.matches("(?i)sep=.")) {
            delimiter = delimiter.or(() -> Optional.of(first.charAt(4)));
            start = bytes.endOfLine(start) + 1;
            line = 2;
        }
        long from = start;
        long fromLine = line;
        char cut = delimiter.orElseGet(() -> sniffed(bytes, from, encoding));
        return headed(name, bytes, from, fromLine, cut, encoding);
    }

    CsvScanner scanner(ByteWindow bytes) {
        return new CsvScanner(bytes, start, line, delimiter);
    }

    /// Reads all rows to see which columns hold numbers.
    List<CellKind> kinds(ByteWindow bytes, Optional<Character> mark) {
        var numbers = new NumberColumns(columns.size(), mark);
        var rows = scanner(bytes);
        for (var next = rows.next(); next.isPresent(); next = rows.next()) {
            try {
                var cells = cells(bytes, next.get(), delimiter, encoding);
                if (cells.size() == columns.size()) {
                    numbers.see(cells);
                }
            } catch (BrokenRecord _) {
                // shown as an event in trouble when it is read; it says nothing about its columns
            }
        }
        return numbers.kinds();
    }

    private static CsvFormat headed(
            String name, ByteWindow bytes, long from, long line, char delimiter, Charset encoding) {
        var rows = new CsvScanner(bytes, from, line, delimiter);
        var header = rows.next();
        try {
            var columns = new ArrayList<String>();
            if (header.isPresent()) {
                cells(bytes, header.get(), delimiter, encoding).forEach(cell -> columns.add(cell.strip()));
            }
            if (columns.size() < 2 || new HashSet<>(columns).size() < columns.size()) {
                throw new ConnectorException(
                        Kind.NOT_AN_EVENT_STORE,
                        name + " does not start with a header of at least two different column names.");
            }
            return new CsvFormat(List.copyOf(columns), delimiter, encoding, rows.place(), rows.line());
        } catch (BrokenRecord e) {
            throw new ConnectorException(
                    Kind.NOT_AN_EVENT_STORE, "The header of " + name + " cannot be read: " + e.reason() + ".", e);
        }
    }

    /// The delimiter that gives most rows as many cells as the first row has.
    private static char sniffed(ByteWindow bytes, long from, Charset encoding) {
        char best = ',';
        int most = 0;
        for (int i = 0; i < DELIMITERS.length(); i++) {
            char candidate = DELIMITERS.charAt(i);
            var counts = counts(new CsvScanner(bytes, from, 1, candidate), bytes, candidate, encoding);
            int cells = counts.isEmpty() ? 0 : counts.getFirst();
            int score = cells < 2 ? 0 : Collections.frequency(counts, cells) * 1000 + Math.min(cells, 999);
            if (score > most) {
                most = score;
                best = candidate;
            }
        }
        return best;
    }

    private static List<Integer> counts(CsvScanner rows, ByteWindow bytes, char delimiter, Charset encoding) {
        var counts = new ArrayList<Integer>();
        for (int row = 0; row < SAMPLE; row++) {
            var next = rows.next();
            if (next.isEmpty()) {
                break;
            }
            try {
                counts.add(cells(bytes, next.get(), delimiter, encoding).size());
            } catch (BrokenRecord _) {
                counts.add(0);
            }
        }
        return counts;
    }

    private static List<String> cells(ByteWindow bytes, Stretch row, char delimiter, Charset encoding)
            throws BrokenRecord {
        return CsvRow.cells(text(bytes, row.offset(), row.offset() + row.length(), encoding), delimiter);
    }

    private static String text(ByteWindow bytes, long from, long to, Charset encoding) {
        int length = (int) Math.min(Math.max(0, to - from), 1 << 28);
        return new String(bytes.bytes(from, length), encoding);
    }
}
