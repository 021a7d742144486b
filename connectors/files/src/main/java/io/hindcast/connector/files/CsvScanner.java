package io.hindcast.connector.files;

import java.util.Optional;

/// One record a CSV row, whose quoted cells may hold line breaks. A quote that is never closed, or closed in the middle
/// of a cell further down, costs its own line only. Where many are never closed, every further line is a record.
final class CsvScanner implements RecordScanner {
    /// Each one costs a look at the rest of the file.
    private static final int MOST_NEVER_CLOSED = 16;

    private final ByteWindow bytes;
    private final char delimiter;
    private long at;
    private long line;
    private int neverClosed;

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
            long end = neverClosed > MOST_NEVER_CLOSED ? bytes.endOfLine(from) : endOfRecord(from);
            if (end < 0) {
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

    /// The line feed that ends the record, or the size; -1 if a quoted cell over several lines is broken.
    private long endOfRecord(long from) {
        boolean quoted = false;
        boolean cellStarts = true;
        long place = from;
        long lines = 0;
        for (int c = bytes.at(place); c >= 0; c = bytes.at(place)) {
            if (quoted) {
                if (c == '"' && bytes.at(place + 1) == '"') {
                    place++;
                } else if (c == '"') {
                    quoted = false;
                    if (lines > 0 && !endsCell(bytes.at(place + 1))) {
                        return -1;
                    }
                } else if (c == '\n') {
                    line++;
                    lines++;
                }
            } else if (c == '\n') {
                return place;
            } else {
                quoted = cellStarts && c == '"';
                cellStarts = c == delimiter;
            }
            place++;
        }
        neverClosed += quoted ? 1 : 0;
        return quoted ? -1 : place;
    }

    private boolean endsCell(int c) {
        return c < 0 || c == delimiter || c == '\n' || c == '\r';
    }
}
