package io.hindcast.engine.payload;

import io.hindcast.engine.payload.JsonTape.Kind;
import java.util.Arrays;

/// Reads JSON text strictly and writes the tokens onto a tape. Without recursion: depth costs memory, not stack.
final class JsonScan {
    private static final int FAILED = -1;

    private final JsonTape tape;
    private final JsonStrings strings;
    private final JsonNumbers numbers;
    private int[] open = new int[32];
    private boolean[] openObject = new boolean[32];
    private int depth;
    private byte[] bytes = new byte[0];
    private int from;
    private int end;
    private String problem = "";

    JsonScan(JsonTape tape, boolean forgiving) {
        this.tape = tape;
        this.strings = new JsonStrings(this, tape, forgiving);
        this.numbers = new JsonNumbers(this, tape);
    }

    String problem() {
        return problem;
    }

    boolean run(byte[] array, int start, int stop) {
        bytes = array;
        from = start;
        end = stop;
        depth = 0;
        problem = "";
        int at = space(afterMark());
        while (at != FAILED) {
            at = value(at);
            if (at != FAILED) {
                at = afterValue(at);
                if (depth == 0) {
                    return at != FAILED && atEnd(at);
                }
            }
        }
        return false;
    }

    private int afterMark() {
        boolean marked = end - from >= 3
                && bytes[from] == (byte) 0xEF
                && bytes[from + 1] == (byte) 0xBB
                && bytes[from + 2] == (byte) 0xBF;
        return marked ? from + 3 : from;
    }

    private boolean atEnd(int at) {
        int rest = space(at);
        return rest == end || fail("something follows the value", rest) != FAILED;
    }

    /// Reads a scalar, or opens a container; afterwards [#afterValue] finds out where the next value begins.
    private int value(int at) {
        if (at >= end) {
            return unexpectedEnd();
        }
        return switch (bytes[at]) {
            case '{', '[' -> opened(at);
            case '"' -> strings.read(Kind.TEXT, bytes, at + 1, end);
            case 't' -> word(at, "true", Kind.TRUE);
            case 'f' -> word(at, "false", Kind.FALSE);
            case 'n' -> word(at, "null", Kind.NULL);
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> numbers.read(bytes, at, end);
            default -> unexpected(at);
        };
    }

    /// Opens containers as long as one begins with another; returns behind an empty one or behind the first scalar.
    private int opened(int start) {
        int at = start;
        while (true) {
            boolean object = bytes[at] == '{';
            if (!push(object, at)) {
                return FAILED;
            }
            at = space(at + 1);
            if (at < end && bytes[at] == (object ? '}' : ']')) {
                return closed(at);
            }
            at = object ? name(at) : at;
            if (at == FAILED) {
                return FAILED;
            }
            tape.counted(open[depth - 1]);
            if (at >= end || (bytes[at] != '{' && bytes[at] != '[')) {
                return value(at);
            }
        }
    }

    /// Closes what ends here; behind a comma stays in front of the next value.
    private int afterValue(int start) {
        int at = start;
        while (depth > 0) {
            at = space(at);
            if (at >= end) {
                return unexpectedEnd();
            }
            boolean object = openObject[depth - 1];
            if (bytes[at] == ',') {
                at = space(at + 1);
                at = object ? name(at) : at;
                if (at != FAILED) {
                    tape.counted(open[depth - 1]);
                }
                return at;
            }
            if (bytes[at] != (object ? '}' : ']')) {
                return unexpected(at);
            }
            at = closed(at);
        }
        return at;
    }

    private int name(int at) {
        if (at >= end) {
            return unexpectedEnd();
        }
        if (bytes[at] != '"') {
            return unexpected(at);
        }
        int behind = strings.read(Kind.NAME, bytes, at + 1, end);
        if (behind == FAILED) {
            return FAILED;
        }
        int colon = space(behind);
        if (colon >= end) {
            return unexpectedEnd();
        }
        return bytes[colon] == ':' ? space(colon + 1) : unexpected(colon);
    }

    private boolean push(boolean object, int at) {
        if (depth == JsonTape.MAX_DEPTH) {
            return fail("nested more than " + JsonTape.MAX_DEPTH + " deep", at) != FAILED;
        }
        if (depth == open.length) {
            open = Arrays.copyOf(open, depth * 2);
            openObject = Arrays.copyOf(openObject, depth * 2);
        }
        openObject[depth] = object;
        open[depth++] = tape.open(object ? Kind.OBJECT : Kind.LIST, at);
        return true;
    }

    private int closed(int at) {
        tape.close(open[--depth], at + 1);
        return at + 1;
    }

    private int word(int at, String word, Kind kind) {
        for (int i = 0; i < word.length(); i++) {
            if (at + i >= end) {
                return unexpectedEnd();
            }
            if (bytes[at + i] != word.charAt(i)) {
                return unexpected(at + i);
            }
        }
        tape.add(kind.code, at, at + word.length());
        return at + word.length();
    }

    private int space(int start) {
        int at = start;
        while (at < end) {
            byte b = bytes[at];
            if (b > ' ' || (b != ' ' && b != '\n' && b != '\r' && b != '\t')) {
                return at;
            }
            at++;
        }
        return at;
    }

    int unexpectedEnd() {
        return fail("unexpected end", end);
    }

    int unexpected(int at) {
        int b = bytes[at] & 0xFF;
        return fail(b > ' ' && b < 0x7F ? "unexpected '" + (char) b + "'" : "unexpected 0x%02X".formatted(b), at);
    }

    int fail(String what, int at) {
        problem = what + " at byte " + (at - from);
        return FAILED;
    }
}
