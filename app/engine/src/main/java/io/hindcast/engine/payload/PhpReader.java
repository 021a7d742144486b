package io.hindcast.engine.payload;

import io.hindcast.engine.state.Bool;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Items;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import io.hindcast.event.ByteSlice;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;

/// Reads the text that PHP's `serialize()` makes, as a tree. No class is looked up: an object becomes its properties,
/// without the marks of private and protected ones. An array with the keys 0, 1, 2 … becomes items. References and
/// objects that write themselves are refused.
final class PhpReader {
    private static final int DEPTH = 500;

    private final ByteSlice bytes;
    private int at;

    private PhpReader(ByteSlice bytes) {
        this.bytes = bytes;
    }

    static StateValue read(ByteSlice bytes) {
        var reader = new PhpReader(bytes);
        try {
            StateValue value = reader.value(0);
            return reader.at == bytes.length()
                    ? value
                    : Unreadable.because("something follows the serialized PHP value", bytes);
        } catch (Malformed e) {
            return Unreadable.because("not serialized PHP: " + e.reason, bytes);
        }
    }

    private static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;
        private final String reason;

        Malformed(String reason) {
            super(reason, null, false, false);
            this.reason = reason;
        }
    }

    private StateValue value(int depth) throws Malformed {
        if (depth > DEPTH) {
            throw new Malformed("deeper than " + DEPTH + " levels");
        }
        char kind = next();
        if (kind == 'N') {
            expect(';');
            return Null.NULL;
        }
        expect(':');
        return switch (kind) {
            case 'b' -> Bool.of(until(';').equals("1"));
            case 'i', 'd' -> number(until(';'));
            case 's' -> ended(new Text(counted()));
            case 'E' -> enumeration(counted());
            case 'a' -> array(depth);
            case 'O' -> {
                counted();
                expect(':');
                yield properties(depth);
            }
            default -> throw new Malformed("a value of the kind " + kind + " at byte " + at);
        };
    }

    private StateValue ended(StateValue value) throws Malformed {
        expect(';');
        return value;
    }

    private StateValue enumeration(String name) throws Malformed {
        return ended(new Text(name.substring(name.indexOf(':') + 1)));
    }

    private static StateValue number(String digits) throws Malformed {
        if (digits.matches("-?\\d{1,400}(\\.\\d{1,400})?([eE][+-]?\\d{1,3})?")) {
            return Num.parse(digits);
        }
        if (digits.matches("-?INF|NAN")) {
            return new Text(digits);
        }
        throw new Malformed("a number expected");
    }

    private Fields properties(int depth) throws Malformed {
        int count = count();
        expect('{');
        var fields = Fields.builder(Math.min(count, 64));
        for (int i = 0; i < count; i++) {
            String name = key();
            fields.put(name.substring(name.lastIndexOf('\0') + 1), value(depth + 1));
        }
        expect('}');
        return fields.build();
    }

    private StateValue array(int depth) throws Malformed {
        int count = count();
        expect('{');
        var values = new ArrayList<StateValue>();
        var fields = Fields.builder(Math.min(count, 64));
        boolean list = true;
        for (int i = 0; i < count; i++) {
            String name = key();
            StateValue value = value(depth + 1);
            list &= name.equals(Integer.toString(i));
            values.add(value);
            fields.put(name, value);
        }
        expect('}');
        return list ? new Items(values) : fields.build();
    }

    private String key() throws Malformed {
        char kind = next();
        expect(':');
        if (kind == 'i') {
            return until(';');
        }
        if (kind != 's') {
            throw new Malformed("a name expected at byte " + at);
        }
        String name = counted();
        expect(';');
        return name;
    }

    private int count() throws Malformed {
        String digits = until(':');
        if (!digits.matches("\\d{1,9}")) {
            throw new Malformed("a length expected at byte " + at);
        }
        return Integer.parseInt(digits);
    }

    /// A text with its length in bytes before it.
    private String counted() throws Malformed {
        int length = count();
        expect('"');
        if (length > bytes.length() - at) {
            throw new Malformed("a text is longer than the rest");
        }
        String text = new String(bytes.array(), bytes.offset() + at, length, StandardCharsets.UTF_8);
        at += length;
        expect('"');
        return text;
    }

    private String until(char end) throws Malformed {
        int from = at;
        while (next() != end) {
            // The end is what is looked for.
        }
        return new String(bytes.array(), bytes.offset() + from, at - 1 - from, StandardCharsets.UTF_8);
    }

    private void expect(char wanted) throws Malformed {
        if (next() != wanted) {
            throw new Malformed(wanted + " expected at byte " + (at - 1));
        }
    }

    private char next() throws Malformed {
        if (at >= bytes.length()) {
            throw new Malformed("it ends too early");
        }
        return (char) (bytes.at(at++) & 0xff);
    }
}
