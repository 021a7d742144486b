package io.hindcast.engine.find;

import io.hindcast.event.ByteSlice;
import io.hindcast.event.PayloadShape;
import io.hindcast.event.PayloadShape.Formats;
import java.util.Set;

/// What stored bytes look like to somebody who searches them.
final class Stored {
    private static final Set<String> TEXTS = Set.of(Formats.JSON, Formats.TEXT, Formats.XML);
    private static final int ZLIB = 0x78;

    private Stored() {}

    /// Whether bytes of this shape are text as they lie, whatever they are.
    static boolean isAlwaysText(PayloadShape shape) {
        return TEXTS.contains(shape.format());
    }

    /// Whether the bytes are text as they lie: by the declared format, else by how they begin.
    static boolean isText(ByteSlice bytes, PayloadShape shape) {
        if (isAlwaysText(shape)) {
            return true;
        }
        int first = bytes.at(0) & 0xFF;
        int second = bytes.length() > 1 ? bytes.at(1) & 0xFF : 0;
        boolean zlib = first == ZLIB && (second == 0x01 || second == 0x5E || second == 0x9C || second == 0xDA);
        boolean mark = first == 0xEF && second == 0xBB;
        boolean printable = (first >= ' ' && first < 0x7F) || first == '\n' || first == '\r' || first == '\t';
        return mark || (printable && !zlib);
    }

    /// Whether the text may be spelled in escapes.
    static boolean hasEscapes(ByteSlice bytes) {
        return has(bytes, (byte) '\\');
    }

    /// Whether it is markup that may spell characters as entities.
    static boolean hasEntities(ByteSlice bytes) {
        return bytes.at(0) == '<' && has(bytes, (byte) '&');
    }

    private static boolean has(ByteSlice bytes, byte wanted) {
        byte[] array = bytes.array();
        int end = bytes.offset() + bytes.length();
        for (int i = bytes.offset(); i < end; i++) {
            if (array[i] == wanted) {
                return true;
            }
        }
        return false;
    }
}
