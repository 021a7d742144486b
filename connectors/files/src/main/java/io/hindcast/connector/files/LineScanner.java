package io.hindcast.connector.files;

import java.util.Optional;

/// One record a line; empty lines are none.
final class LineScanner implements RecordScanner {
    private final ByteWindow bytes;
    private long at;
    private long line;

    LineScanner(ByteWindow bytes, long from, long line) {
        this.bytes = bytes;
        this.at = from;
        this.line = line;
    }

    @Override
    public Optional<Stretch> next() {
        while (at < bytes.size()) {
            long from = at;
            long end = bytes.endOfLine(from);
            at = end + 1;
            line++;
            long to = end > from && bytes.at(end - 1) == '\r' ? end - 1 : end;
            if (bytes.skipSpace(from) < to) {
                return Optional.of(new Stretch(from, to - from, line - 1));
            }
        }
        return Optional.empty();
    }
}
