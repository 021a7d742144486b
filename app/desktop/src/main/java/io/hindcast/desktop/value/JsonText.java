package io.hindcast.desktop.value;

import io.hindcast.desktop.focus.Shown;
import io.hindcast.desktop.value.Token.Kind;
import io.hindcast.engine.mask.Masking;
import io.hindcast.engine.state.Absent;
import io.hindcast.engine.state.Bool;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Items;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.Opaque;
import io.hindcast.engine.state.StateText;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/// Writes a value as JSON, number for number in the store's own digits. What is too long or too deep to look at is
/// folded with its size; [StateText] writes everything.
public final class JsonText {
    private static final int LONG_TEXT = 2_000;
    private static final int DEEP = 60;
    private static final int MANY_LINES = 20_000;
    private final List<Line> lines = new ArrayList<>();
    private List<Token> line = new ArrayList<>();
    private int depth;

    /// Lines for looking at; at most some ten thousand.
    public static List<Line> lines(Shown value) {
        return written(new JsonText(), value.value());
    }

    private static List<Line> written(JsonText writer, StateValue value) {
        writer.write(value);
        writer.endLine();
        return writer.lines;
    }

    private void write(StateValue value) {
        switch (value) {
            case Absent _ -> add(Kind.NOTE, "—");
            case Null _ -> add(Kind.WORD, "null");
            case Bool(boolean yes) -> add(Kind.WORD, Boolean.toString(yes));
            case Num number -> add(Kind.NUMBER, number.digits());
            case Text(String text) -> add(Masking.isMask(text) ? Kind.MASK : Kind.TEXT, quoted(text, LONG_TEXT));
            case Opaque(String reason, int size, String _) -> add(Kind.NOTE, "⟨" + size + " B · " + reason + "⟩");
            case Fields fields -> fields(fields);
            case Items items -> items(items);
        }
    }

    private void fields(Fields fields) {
        if (fields.size() == 0 || isTooMuch()) {
            add(fields.size() == 0 ? Kind.MARK : Kind.NOTE, fields.size() == 0 ? "{}" : "{ … " + fields.size() + " }");
            return;
        }
        open("{");
        for (Iterator<Map.Entry<String, StateValue>> entries = fields.entries().iterator(); entries.hasNext(); ) {
            var entry = entries.next();
            add(Kind.KEY, quoted(entry.getKey(), LONG_TEXT));
            add(Kind.MARK, ": ");
            write(entry.getValue());
            endEntry(entries.hasNext());
        }
        close("}");
    }

    private void items(Items items) {
        if (items.size() == 0 || isTooMuch()) {
            add(items.size() == 0 ? Kind.MARK : Kind.NOTE, items.size() == 0 ? "[]" : "[ … " + items.size() + " ]");
            return;
        }
        open("[");
        for (Iterator<StateValue> values = items.values().iterator(); values.hasNext(); ) {
            write(values.next());
            endEntry(values.hasNext());
        }
        close("]");
    }

    private boolean isTooMuch() {
        return depth > DEEP || lines.size() > MANY_LINES;
    }

    private void open(String bracket) {
        add(Kind.MARK, bracket);
        endLine();
        depth++;
    }

    private void endEntry(boolean more) {
        if (more) {
            add(Kind.MARK, ",");
        }
        endLine();
    }

    private void close(String bracket) {
        depth--;
        add(Kind.MARK, bracket);
    }

    private void add(Kind kind, String text) {
        line.add(new Token(kind, text));
    }

    private void endLine() {
        lines.add(new Line(depth, line));
        line = new ArrayList<>();
    }

    /// A JSON string; the visible kind is cut with a note of its length.
    static String quoted(String text, int most) {
        return text.length() <= most
                ? Unseen.told(StateText.quoted(text))
                : Unseen.told(StateText.quoted(text.substring(0, most))) + " … " + text.length();
    }
}
