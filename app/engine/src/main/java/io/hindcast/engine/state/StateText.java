package io.hindcast.engine.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.HexFormat;
import java.util.Iterator;

/// Writes a value as JSON, exactly: numbers with the digits of the store, fields in their order.
///
/// Control characters, characters that turn the direction of writing, invisible separators and halves of surrogate
/// pairs are escaped, so that what is shown is what is there. [Opaque] becomes `{"$unreadable": reason, "bytes": n}`,
/// [Absent] becomes `null`. Works for any depth.
public final class StateText {
    private static final HexFormat HEX = HexFormat.of();

    private final Appendable out;
    private final boolean pretty;
    private final ArrayDeque<Iterator<?>> open = new ArrayDeque<>();

    private StateText(Appendable out, boolean pretty) {
        this.out = out;
        this.pretty = pretty;
    }

    /// On one line, without spaces.
    public static String compact(StateValue value) {
        return text(value, false);
    }

    /// Two spaces a level, one field or item a line; empty ones as `{}` and `[]`. No line end at the end.
    public static String pretty(StateValue value) {
        return text(value, true);
    }

    /// Writes to somewhere else, for values too large for a string.
    public static void write(StateValue value, Appendable out, boolean pretty) throws IOException {
        new StateText(out, pretty).run(value);
    }

    /// A text as a JSON string, quotes included.
    public static String quoted(String text) {
        try {
            var out = new StringBuilder(text.length() + 2);
            quote(text, out);
            return out.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(StateValue value, boolean pretty) {
        try {
            var out = new StringBuilder();
            write(value, out, pretty);
            return out.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void run(StateValue value) throws IOException {
        begin(value);
        boolean first = true;
        while (!open.isEmpty()) {
            Iterator<?> here = open.getFirst();
            if (!here.hasNext()) {
                open.pop();
                line();
                out.append(here instanceof FieldWalk ? '}' : ']');
                first = false;
                continue;
            }
            int depth = open.size();
            if (!first) {
                out.append(',');
            }
            line();
            begin(next(here));
            first = open.size() > depth;
        }
    }

    private StateValue next(Iterator<?> here) throws IOException {
        if (here instanceof FieldWalk fields) {
            Row.Entry entry = fields.next();
            quote(entry.name(), out);
            out.append(pretty ? ": " : ":");
            return entry.value();
        }
        return (StateValue) here.next();
    }

    private void begin(StateValue value) throws IOException {
        switch (value) {
            case Absent _, Null _ -> out.append("null");
            case Bool(boolean is) -> out.append(is ? "true" : "false");
            case Num number -> out.append(number.jsonDigits());
            case Text(String text) -> quote(text, out);
            case Items items -> open(items.size(), items.values().iterator(), "[", "]");
            case Fields fields -> open(fields.size(), new FieldWalk(fields.iterator()), "{", "}");
            case Opaque(String reason, int size, _) -> {
                Fields shown = Fields.of("$unreadable", new Text(reason)).with("bytes", Num.of(size));
                open(2, new FieldWalk(shown.iterator()), "{", "}");
            }
        }
    }

    private void open(int size, Iterator<?> inside, String left, String right) throws IOException {
        out.append(left);
        if (size == 0) {
            out.append(right);
        } else {
            open.push(inside);
        }
    }

    private void line() throws IOException {
        if (pretty) {
            out.append('\n');
            for (int i = 0; i < open.size(); i++) {
                out.append("  ");
            }
        }
    }

    private static void quote(String text, Appendable out) throws IOException {
        out.append('"');
        int plain = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c < 0x7F && c != '"' && c != '\\') {
                continue;
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (c < 0x7F || isHidden(c)) {
                out.append(text, plain, i);
                escape(c, out);
                plain = i + 1;
            }
        }
        out.append(text, plain, text.length()).append('"');
    }

    private static boolean isHidden(char c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            // The joiners U+200C and U+200D belong to ordinary writing in several languages.
            case Character.FORMAT -> c != '\u200C' && c != '\u200D' && c != '\u00AD';
            default -> false;
        };
    }

    private static void escape(char c, Appendable out) throws IOException {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> out.append("\\u").append(HEX.toHexDigits(c));
        }
    }

    /// Tells the fields of an object from the items of a list.
    private record FieldWalk(Iterator<Row.Entry> entries) implements Iterator<Row.Entry> {
        @Override
        public boolean hasNext() {
            return entries.hasNext();
        }

        @Override
        public Row.Entry next() {
            return entries.next();
        }
    }
}
