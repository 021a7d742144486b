package io.hindcast.connector.files;

import java.util.Optional;

/// One record a CSV row, whose quoted cells may hold line breaks. A quote that is never closed costs its own line only:
/// from there on every line is a record.
final class CsvScanner implements RecordScanner {
    private final ByteWindow bytes;
    private final char delimiter;
    private long at;
    private long line;
    private boolean linewise;

    CsvScanner(ByteWindow bytes, long from, long line, char delimiter) {
        this.bytes = bytes;
        this.at = from;
        this.line = line;
        this.delimiter = delimiter;
    }

    @Override
    public Optional<Stretch> next() {
        while (at < bytes.size()) {
            long from = at;
            long first = line;
            long end = linewise ? bytes.endOfLine(from) : endOfRecord(from);
            if (end < 0) {
                linewise = true;
                end = bytes.endOfLine(from);
                line = first;
            }
            at = end + 1;
            line++;
            long to = end > from && bytes.at(end - 1) == '\r' ? end - 1 : end;
            if (bytes.skipSpace(from) < to) {
                return Optional.of(new Stretch(from, to - from, first));
            }
        }
        return Optional.empty();
    }

    /// Where the next record begins.
    long place() {
        return at;
    }

    /// The line of the next record.
    long line() {
        return line;
    }

    /// The line feed that ends the record, or the size; -1 if a quoted cell never ends.
    private long endOfRecord(long from) {
        boolean quoted = false;
        boolean cellStarts = true;
        long place = from;
        for (int c = bytes.at(place); c >= 0; c = bytes.at(place)) {
            if (quoted) {
                if (c == '"' && bytes.at(place + 1) == '"') {
                    place++;
                } else if (c == '"') {
                    quoted = false;
                } else if (c == '\n') {
                    line++;
                }
            } else if (c == '\n') {
                return place;
            } else {
                quoted = cellStarts && c == '"';
                cellStarts = c == delimiter;
            }
            place++;
        }
        return quoted ? -1 : place;
    }
}
