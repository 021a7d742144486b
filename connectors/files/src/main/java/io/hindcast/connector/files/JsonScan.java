package io.hindcast.connector.files;

import java.util.Arrays;

/// Walks over JSON text (RFC 8259) without building anything, so that values can be handed on as the bytes they are.
/// Strict about grammar, without limits on depth, length or digits. Used for one text after the other, and makes no
/// garbage then. For one thread.
final class JsonScan {
    /// Places a member: where its name (quotes excluded) begins and ends, and where its value does.
    static final int WIDTH = 4;

    private byte[] bytes = new byte[0];
    private int start;
    private int end;
    private int at;
    private int keyEnd;
    private int[] places = new int[16 * WIDTH];
    private int count;
    /// One bit for every container that is open: whether it is an object.
    private long[] objects = new long[1];

    private void turnTo(byte[] text, int from, int to) {
        bytes = text;
        start = from;
        at = from;
        end = to;
        count = 0;
    }

    /// Whether the text is one JSON value and nothing else.
    static boolean isJson(byte[] bytes, int from, int to) {
        try {
            var scan = new JsonScan();
            scan.turnTo(bytes, from, to);
            scan.value();
            scan.atEnd();
            return true;
        } catch (BrokenRecord _) {
            return false;
        }
    }

    /// Finds the members of the one object that the text holds.
    ///
    /// @return how many there are; see [#places()]
    int members(byte[] text, int from, int to) throws BrokenRecord {
        turnTo(text, from, to);
        space();
        if (peek() != '{') {
            throw new BrokenRecord(at == to ? "nothing here" : "not a JSON object");
        }
        at++;
        space();
        if (peek() == '}') {
            at++;
        } else {
            members();
        }
        atEnd();
        return count;
    }

    /// The places of the members found last, [#WIDTH] of them for each; good until the next text.
    int[] places() {
        return places;
    }

    private void members() throws BrokenRecord {
        while (true) {
            int name = at + 1;
            key();
            int nameEnd = keyEnd;
            space();
            int from = at;
            value();
            add(name, nameEnd, from, at);
            space();
            if (peek() == '}') {
                at++;
                return;
            }
            expect(',');
            space();
        }
    }

    private void add(int nameFrom, int nameTo, int from, int to) {
        int place = count * WIDTH;
        if (place == places.length) {
            places = Arrays.copyOf(places, Math.multiplyExact(place, 2));
        }
        places[place] = nameFrom;
        places[place + 1] = nameTo;
        places[place + 2] = from;
        places[place + 3] = to;
        count++;
    }

    private void key() throws BrokenRecord {
        if (peek() != '"') {
            throw trouble("a member name is missing");
        }
        string();
        keyEnd = at - 1;
        space();
        expect(':');
    }

    private void value() throws BrokenRecord {
        int depth = 0;
        while (true) {
            space();
            int c = peek();
            if (c == '{' || c == '[') {
                at++;
                space();
                if (peek() != (c == '{' ? '}' : ']')) {
                    open(depth++, c == '{');
                    if (c == '{') {
                        key();
                    }
                    continue;
                }
                at++;
            } else {
                scalar(c);
            }
            depth = closed(depth);
            if (depth == 0) {
                return;
            }
        }
    }

    private void open(int depth, boolean object) {
        int word = depth >>> 6;
        if (word == objects.length) {
            objects = Arrays.copyOf(objects, word * 2);
        }
        objects[word] = object ? objects[word] | 1L << depth : objects[word] & ~(1L << depth);
    }

    /// Behind a value: leaves the containers that end here; stops in front of the next value.
    private int closed(int open) throws BrokenRecord {
        int depth = open;
        while (depth > 0) {
            boolean inObject = (objects[(depth - 1) >>> 6] & 1L << (depth - 1)) != 0;
            space();
            int c = peek();
            if (c == ',') {
                at++;
                space();
                if (inObject) {
                    key();
                }
                return depth;
            }
            if (c != (inObject ? '}' : ']')) {
                throw trouble("a comma or closing bracket is missing");
            }
            at++;
            depth--;
        }
        return 0;
    }

    private void scalar(int c) throws BrokenRecord {
        switch (c) {
            case '"' -> string();
            case 't' -> literal("true");
            case 'f' -> literal("false");
            case 'n' -> literal("null");
            default -> number();
        }
    }

    private void string() throws BrokenRecord {
        byte[] text = bytes;
        int stop = end;
        int place = at + 1;
        while (place < stop) {
            byte c = text[place];
            if (c == '"') {
                at = place + 1;
                return;
            }
            if (c == '\\') {
                at = place + 1;
                escape();
                place = at;
            } else if (c >= 0 && c < 0x20) {
                at = place;
                throw trouble("a control character stands inside a text");
            } else {
                place++;
            }
        }
        at = stop;
        throw trouble("");
    }

    private void escape() throws BrokenRecord {
        int c = peek();
        at++;
        if (c == 'u') {
            for (int digit = 0; digit < 4; digit++) {
                if (Character.digit(peek(), 16) < 0) {
                    throw trouble("an escape is not four hexadecimal digits");
                }
                at++;
            }
        } else if (c < 0 || "\"\\/bfnrt".indexOf(c) < 0) {
            throw trouble("an escape is unknown");
        }
    }

    private void number() throws BrokenRecord {
        if (peek() == '-') {
            at++;
        }
        if (peek() == '0') {
            at++;
        } else {
            digits();
        }
        if (peek() == '.') {
            at++;
            digits();
        }
        if (peek() == 'e' || peek() == 'E') {
            at++;
            if (peek() == '+' || peek() == '-') {
                at++;
            }
            digits();
        }
    }

    private void digits() throws BrokenRecord {
        int from = at;
        while (peek() >= '0' && peek() <= '9') {
            at++;
        }
        if (from == at) {
            throw trouble("a value is missing or is no JSON");
        }
    }

    private void literal(String word) throws BrokenRecord {
        for (int i = 0; i < word.length(); i++) {
            expect(word.charAt(i));
        }
    }

    private void expect(char c) throws BrokenRecord {
        if (peek() != c) {
            throw trouble("'" + c + "' is missing");
        }
        at++;
    }

    private void atEnd() throws BrokenRecord {
        space();
        if (at < end) {
            throw trouble("more text follows the value");
        }
    }

    private void space() {
        while (at < end && ByteWindow.isSpace(bytes[at])) {
            at++;
        }
    }

    private int peek() {
        return at < end ? bytes[at] & 0xFF : -1;
    }

    private BrokenRecord trouble(String reason) {
        return new BrokenRecord(
                at >= end ? "the JSON ends in the middle" : "%s (byte %d)".formatted(reason, at - start + 1));
    }
}
