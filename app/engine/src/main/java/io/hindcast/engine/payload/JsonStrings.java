package io.hindcast.engine.payload;

import io.hindcast.engine.payload.JsonTape.Kind;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Finds the end of a quoted text, eight plain bytes at a time, and checks escapes, control characters and UTF-8.
final class JsonStrings {
    private static final VarHandle EIGHT =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;

    private final JsonScan scan;
    private final JsonTape tape;
    private final boolean forgiving;
    private int flags;

    JsonStrings(JsonScan scan, JsonTape tape, boolean forgiving) {
        this.scan = scan;
        this.tape = tape;
        this.forgiving = forgiving;
    }

    /// @param start behind the opening quote
    /// @return behind the closing quote, or -1
    int read(Kind kind, byte[] bytes, int start, int end) {
        int quote = plain(bytes, start, end);
        if (quote < end && bytes[quote] == '"') {
            tape.add(kind.code, start, quote);
            return quote + 1;
        }
        return readOdd(kind, bytes, start, quote, end);
    }

    /// Goes on from something else than plain characters.
    private int readOdd(Kind kind, byte[] bytes, int start, int odd, int end) {
        flags = 0;
        int at = odd;
        while (true) {
            at = plain(bytes, at, end);
            if (at >= end) {
                return scan.unexpectedEnd();
            }
            byte b = bytes[at];
            if (b == '"') {
                tape.add(flags | kind.code, start, at);
                return at + 1;
            }
            at = special(bytes, at, end);
            if (at < 0) {
                return at;
            }
        }
    }

    /// The first byte that is a quote, a backslash, a control character, or not ASCII.
    ///
    /// Eight at a time: less than 0x21 with its second bit turned is what lies below the space, and the quote; borrows
    /// reach only bytes behind the first hit.
    static int plain(byte[] bytes, int start, int end) {
        int at = start;
        while (at + 8 <= end) {
            long eight = (long) EIGHT.get(bytes, at);
            long hit = ((eight ^ ONES * 0x02) - ONES * 0x21 | (eight ^ ONES * '\\') - ONES | eight) & HIGHS;
            if (hit != 0) {
                return at + (Long.numberOfTrailingZeros(hit) >>> 3);
            }
            at += 8;
        }
        while (at < end && bytes[at] >= 0x20 && bytes[at] != '"' && bytes[at] != '\\') {
            at++;
        }
        return at;
    }

    private int special(byte[] bytes, int at, int end) {
        byte b = bytes[at];
        if (b == '\\') {
            flags |= JsonTape.ESCAPED;
            return escape(bytes, at, end);
        }
        if (b >= 0) {
            return scan.fail("control character 0x%02X in a text".formatted(b), at);
        }
        flags |= JsonTape.NOT_ASCII;
        int length = Utf8.sequence(bytes, at, end);
        if (length == 0) {
            return forgiving ? at + 1 : scan.fail("malformed UTF-8", at);
        }
        return at + length;
    }

    private int escape(byte[] bytes, int at, int end) {
        if (at + 1 >= end) {
            return scan.unexpectedEnd();
        }
        return switch (bytes[at + 1]) {
            case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> at + 2;
            case 'u' -> hexadecimal(bytes, at + 2, end);
            default -> scan.fail("unknown escape", at);
        };
    }

    private int hexadecimal(byte[] bytes, int start, int end) {
        for (int at = start; at < start + 4; at++) {
            if (at >= end) {
                return scan.unexpectedEnd();
            }
            if (Character.digit(bytes[at], 16) < 0) {
                return scan.fail("unknown escape", at);
            }
        }
        return start + 4;
    }
}
