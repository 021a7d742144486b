package io.hindcast.engine.payload;

import io.hindcast.engine.payload.JsonMembers.Stop;
import io.hindcast.engine.payload.JsonTape.Kind;
import java.util.Arrays;

/// Reads JSON text strictly and writes the tokens onto a tape. Without recursion: depth costs memory, not stack.
final class JsonScan {
    private static final int FAILED = -1;
    private static final int NO_CONTAINER = -1;

    private final JsonTape tape;
    private final JsonStrings strings;
    private final JsonNumbers numbers;
    private final JsonMembers members;
    // The containers that are open outside of the innermost one: token, how many values so far, whether it is an object.
    private int[] open = new int[16];
    private int[] counts = new int[16];
    private boolean[] objects = new boolean[16];
    private byte[] bytes = new byte[0];
    private int from;
    private int end;
    private String problem = "";

    JsonScan(JsonTape tape, boolean forgiving) {
        this.tape = tape;
        this.strings = new JsonStrings(this, tape, forgiving);
        this.numbers = new JsonNumbers(this, tape);
        this.members = new JsonMembers(tape);
    }

    String problem() {
        return problem;
    }

    boolean run(byte[] array, int start, int stop) {
        bytes = array;
        from = start;
        end = stop;
        problem = "";
        return values(array, stop, space(afterMark()));
    }

    /// One value after the other, from the first to the end of the text: the innermost open container is held in
    /// variables, those around it on a stack.
    private boolean values(byte[] text, int stop, int start) {
        int container = NO_CONTAINER;
        boolean object = false;
        int count = 0;
        int depth = 0;
        int at = start;
        while (at < stop) {
            byte first = text[at];
            if (first == '{' || first == '[') {
                if (depth == JsonTape.MAX_DEPTH) {
                    return fail("nested more than " + JsonTape.MAX_DEPTH + " deep", at) != FAILED;
                }
                if (depth == open.length) {
                    grow();
                }
                open[depth] = container;
                counts[depth] = count;
                objects[depth++] = object;
                object = first == '{';
                container = tape.open(object ? Kind.OBJECT : Kind.LIST, at);
                count = 0;
                at = ink(text, at + 1, stop);
                if (at < stop && text[at] != (object ? '}' : ']')) {
                    count = 1;
                    if (!object) {
                        continue;
                    }
                    at = member(text, at, stop);
                    if (at < 0) {
                        return false;
                    }
                    count += members.more();
                    if (members.stop() != Stop.BEHIND_VALUE) {
                        continue;
                    }
                }
            } else {
                at = first == '"' ? strings.read(Kind.TEXT, text, at + 1, stop) : scalar(text, at, stop);
                if (at < 0) {
                    return false;
                }
            }
            // behind a value, or in front of the end of an empty container
            while (true) {
                if (depth == 0) {
                    return atEnd(at);
                }
                at = ink(text, at, stop);
                if (at >= stop) {
                    return unexpectedEnd() != FAILED;
                }
                byte sign = text[at];
                if (sign == ',' && count > 0) {
                    count++;
                    at = ink(text, at + 1, stop);
                    if (!object) {
                        break;
                    }
                    at = member(text, at, stop);
                    if (at < 0) {
                        return false;
                    }
                    count += members.more();
                    if (members.stop() != Stop.BEHIND_VALUE) {
                        break;
                    }
                    continue;
                }
                if (sign != (object ? '}' : ']')) {
                    return unexpected(at) != FAILED;
                }
                tape.close(container, ++at, count);
                depth--;
                container = open[depth];
                count = counts[depth];
                object = objects[depth];
            }
        }
        return unexpectedEnd() != FAILED;
    }

    private void grow() {
        open = Arrays.copyOf(open, open.length * 2);
        counts = Arrays.copyOf(counts, open.length);
        objects = Arrays.copyOf(objects, open.length);
    }

    /// Reads a word or a number.
    private int scalar(byte[] text, int at, int stop) {
        return switch (text[at]) {
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> numbers.read(text, at, stop);
            case 't' -> word(at, "true", Kind.TRUE);
            case 'f' -> word(at, "false", Kind.FALSE);
            case 'n' -> word(at, "null", Kind.NULL);
            default -> unexpected(at);
        };
    }

    /// Reads a name and its colon, and as many members as are written plainly; stays in front of a value or behind one.
    private int member(byte[] text, int at, int stop) {
        int here = members.read(text, at, stop);
        return switch (members.stop()) {
            case AT_NAME -> name(text, here, stop);
            case AT_VALUE -> ink(text, here, stop);
            case BEHIND_VALUE -> here;
        };
    }

    /// Reads a name and its colon; stays in front of the value.
    private int name(byte[] text, int at, int stop) {
        if (at >= stop) {
            return unexpectedEnd();
        }
        if (text[at] != '"') {
            return unexpected(at);
        }
        int behind = strings.read(Kind.NAME, text, at + 1, stop);
        if (behind < 0) {
            return FAILED;
        }
        int colon = ink(text, behind, stop);
        if (colon >= stop) {
            return unexpectedEnd();
        }
        return text[colon] == ':' ? ink(text, colon + 1, stop) : unexpected(colon);
    }

    /// The next byte that is no space; most texts have none.
    private int ink(byte[] text, int at, int stop) {
        return at < stop && text[at] > ' ' ? at : space(at);
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
