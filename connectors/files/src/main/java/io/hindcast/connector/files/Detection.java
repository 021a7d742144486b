package io.hindcast.connector.files;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.ConnectorException.Kind;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Looks at the bytes of a file: where its text starts, how it is cut into records, whether it is UTF-8.
///
/// @param start first byte behind a byte order mark
/// @param empty whether nothing but white space follows
record Detection(Shape shape, long start, boolean empty, boolean utf8) {
    private static final int LOOK = 8192;
    private static final int CHUNK = 1 << 18;
    private static final int LONGEST_FIRST_VALUE = 1 << 26;

    /// @throws ConnectorException if the file holds no text that could be events
    static Detection of(String name, MemorySegment segment) {
        var bytes = new ByteWindow(segment);
        if ((bytes.at(0) == 0xFF && bytes.at(1) == 0xFE) || (bytes.at(0) == 0xFE && bytes.at(1) == 0xFF)) {
            throw new ConnectorException(
                    Kind.UNSUPPORTED, name + " is UTF-16 text, which is not read: save it as UTF-8 first.");
        }
        long start = bytes.at(0) == 0xEF && bytes.at(1) == 0xBB && bytes.at(2) == 0xBF ? 3 : 0;
        long first = bytes.skipSpace(start);
        var promised = Shape.promisedBy(name);
        if (first >= bytes.size()) {
            return new Detection(promised.orElseThrow(() -> nothing(name, "is empty")), start, true, true);
        }
        return new Detection(shape(name, promised, bytes, first), start, false, isUtf8(segment));
    }

    private static Shape shape(String name, Optional<Shape> promised, ByteWindow bytes, long first) {
        int c = bytes.at(first);
        if (c == '[') {
            return Shape.ARRAY;
        }
        if (c == '{') {
            return isSpread(bytes, first) ? Shape.VALUES : Shape.LINES;
        }
        if (isBinary(bytes)) {
            throw nothing(name, "is not text");
        }
        if (promised.filter(shape -> shape != Shape.CSV).isEmpty()) {
            return Shape.CSV;
        }
        if (hasObjectLine(bytes, first)) {
            return Shape.LINES;
        }
        throw nothing(name, "holds no JSON object");
    }

    /// Whether the first object goes over several lines.
    private static boolean isSpread(ByteWindow bytes, long first) {
        long line = bytes.endOfLine(first);
        if (line - first > LONGEST_FIRST_VALUE || isJson(bytes, first, line)) {
            return false;
        }
        var value = new JsonValueScanner(bytes, first, false).next().orElseThrow();
        if (value.length() <= LONGEST_FIRST_VALUE && isJson(bytes, first, first + value.length())) {
            return true;
        }
        return bytes.skipSpace(first + 1) > line && line < bytes.size();
    }

    private static boolean isJson(ByteWindow bytes, long from, long to) {
        var text = bytes.bytes(from, Math.toIntExact(to - from));
        return JsonScan.isJson(text, 0, text.length);
    }

    private static boolean isBinary(ByteWindow bytes) {
        long end = Math.min(LOOK, bytes.size());
        for (long at = 0; at < end; at++) {
            int c = bytes.at(at);
            if (c < 0x20 && !ByteWindow.isSpace(c) && c != 0x0C) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasObjectLine(ByteWindow bytes, long first) {
        var lines = new LineScanner(bytes, first, 1);
        for (int line = 0; line < 20; line++) {
            var next = lines.next();
            if (next.isPresent() && bytes.at(bytes.skipSpace(next.get().offset())) == '{') {
                return true;
            }
        }
        return false;
    }

    private static boolean isUtf8(MemorySegment segment) {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var sink = CharBuffer.allocate(LOOK);
        var heap = new byte[(int) Math.min(CHUNK, segment.byteSize())];
        long at = 0;
        while (at < segment.byteSize()) {
            int length = (int) Math.min(heap.length, segment.byteSize() - at);
            MemorySegment.copy(segment, ValueLayout.JAVA_BYTE, at, heap, 0, length);
            if (ByteWindow.isAscii(heap, length)) {
                at += length;
                continue;
            }
            ByteBuffer chunk = ByteBuffer.wrap(heap, 0, length);
            boolean last = at + length == segment.byteSize();
            var result = decoder.decode(chunk, sink, last);
            while (result.isOverflow()) {
                sink.clear();
                result = decoder.decode(chunk, sink, last);
            }
            sink.clear();
            if (result.isError()) {
                return false;
            }
            at += chunk.position();
        }
        return true;
    }

    private static ConnectorException nothing(String name, String what) {
        return new ConnectorException(Kind.NOT_AN_EVENT_STORE, name + " " + what + ".");
    }
}
