package io.hindcast.connector.files;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Walks over JSON text (RFC 8259) without building anything, so that values can be handed on as the bytes they are.
/// Strict about grammar, without limits on depth, length or digits. For one thread.
final class JsonScan {
    /// One member of an object: where its name (quotes excluded) and its value lie.
    record Member(int nameFrom, int nameTo, int from, int to) {}

    private final byte[] bytes;
    private final int start;
    private final int end;
    private int at;
    private int keyEnd;

    JsonScan(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.start = from;
        this.at = from;
        this.end = to;
    }

    /// Whether the text is one JSON value and nothing else.
    static boolean isJson(byte[] bytes, int from, int to) {
        try {
            var scan = new JsonScan(bytes, from, to);
            scan.value();
            scan.atEnd();
            return true;
        } catch (BrokenRecord _) {
            return false;
        }
    }

    /// The members of the one object that the text holds.
    static List<Member> members(byte[] bytes, int from, int to) throws BrokenRecord {
        var scan = new JsonScan(bytes, from, to);
        scan.space();
        if (scan.peek() != '{') {
            throw new BrokenRecord(scan.at == to ? "nothing here" : "not a JSON object");
        }
        var members = new ArrayList<Member>();
        scan.at++;
        scan.space();
        if (scan.peek() == '}') {
            scan.at++;
        } else {
            scan.members(members);
        }
        scan.atEnd();
        return members;
    }

    private void members(List<Member> members) throws BrokenRecord {
        while (true) {
            int name = at + 1;
            key();
            int nameEnd = keyEnd;
            space();
            int from = at;
            value();
            members.add(new Member(name, nameEnd, from, at));
            space();
            if (peek() == '}') {
                at++;
                return;
            }
            expect(',');
            space();
        }
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
        var objects = new BitSet();
        int depth = 0;
        while (true) {
            space();
            int c = peek();
            if (c == '{' || c == '[') {
                at++;
                space();
                if (peek() != (c == '{' ? '}' : ']')) {
                    objects.set(depth++, c == '{');
                    if (c == '{') {
                        key();
                    }
                    continue;
                }
                at++;
            } else {
                scalar(c);
            }
            depth = closed(objects, depth);
            if (depth == 0) {
                return;
            }
        }
    }

    /// Behind a value: leaves the containers that end here; stops in front of the next value.
    private int closed(BitSet objects, int open) throws BrokenRecord {
        int depth = open;
        while (depth > 0) {
            boolean inObject = objects.get(depth - 1);
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
        at++;
        while (true) {
            int c = peek();
            if (c < 0x20) {
                throw c < 0 ? trouble("") : trouble("a control character stands inside a text");
            }
            at++;
            if (c == '"') {
                return;
            }
            if (c == '\\') {
                escape();
            }
        }
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
