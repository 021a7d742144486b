package io.hindcast.connector.files;

import java.util.Optional;

/// One record a JSON value: the items of an array, or values that follow each other over any number of lines.
/// Looks at brackets and quotes only; whether a value is JSON is found out when it is read.
final class JsonValueScanner implements RecordScanner {
    private final ByteWindow bytes;
    private final boolean array;
    private long at;
    private long line = 1;
    private boolean closed;

    /// @param from the first byte of the text, the opening bracket of an array included
    JsonValueScanner(ByteWindow bytes, long from, boolean array) {
        this.bytes = bytes;
        this.array = array;
        this.at = from;
        if (array) {
            skipSpace();
            at++;
        }
    }

    @Override
    public Optional<Stretch> next() {
        skipSpace();
        while (array && !closed && (bytes.at(at) == ',' || bytes.at(at) == ']')) {
            closed = bytes.at(at) == ']';
            at++;
            skipSpace();
        }
        if (at >= bytes.size()) {
            return Optional.empty();
        }
        long from = at;
        long firstLine = line;
        int first = bytes.at(at);
        if (first == '{' || first == '[') {
            skipContainer();
        } else {
            skipScalar(first == '"');
        }
        return Optional.of(new Stretch(from, at - from, firstLine));
    }

    @Override
    public Optional<String> oddEnd() {
        return array && !closed
                ? Optional.of("the array is not closed: the file may have been cut off")
                : Optional.empty();
    }

    private void skipSpace() {
        while (ByteWindow.isSpace(bytes.at(at))) {
            step();
        }
    }

    private void skipContainer() {
        int depth = 0;
        do {
            int c = bytes.at(at);
            if (c == '"') {
                skipText();
                continue;
            }
            if (c == '{' || c == '[') {
                depth++;
            } else if (c == '}' || c == ']') {
                depth--;
            }
            step();
        } while (depth > 0 && at < bytes.size());
    }

    private void skipText() {
        step();
        for (int c = bytes.at(at); c >= 0 && c != '"'; c = bytes.at(at)) {
            if (c == '\\') {
                step();
            }
            step();
        }
        at = Math.min(at + 1, bytes.size());
    }

    private void skipScalar(boolean text) {
        if (text) {
            skipText();
        }
        for (int c = bytes.at(at); c >= 0 && c != ',' && c != ']' && !ByteWindow.isSpace(c); c = bytes.at(at)) {
            at++;
        }
        if (!array || closed) {
            // a stray separator belongs to what is broken, so that the scan always moves on
            while (bytes.at(at) == ',' || bytes.at(at) == ']') {
                at++;
            }
        }
    }

    private void step() {
        if (bytes.at(at) == '\n') {
            line++;
        }
        at = Math.min(at + 1, bytes.size());
    }
}
