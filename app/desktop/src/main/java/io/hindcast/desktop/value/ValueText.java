package io.hindcast.desktop.value;

import io.hindcast.desktop.focus.Shown;
import io.hindcast.engine.state.Absent;
import io.hindcast.engine.state.Bool;
import io.hindcast.engine.state.Change;
import io.hindcast.engine.state.CsvLine;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Items;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.Opaque;
import io.hindcast.engine.state.StateText;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;

/// Values and changes in one line each. Numbers keep every digit.
public final class ValueText {
    private static final int LONG = 240;

    private ValueText() {}

    /// The value in one line; groups by their size.
    public static String of(Shown shown) {
        return switch (shown.value()) {
            case Absent _ -> "—";
            case Null _ -> "null";
            case Bool(boolean yes) -> Boolean.toString(yes);
            case Num number -> number.digits();
            case Text(String text) -> shown.isMasked() ? MaskChip.words(shown) : oneLine(text);
            case Items items -> items.size() == 0 ? "[]" : "[" + items.size() + "]";
            case Fields fields -> fields.size() == 0 ? "{}" : "{" + fields.size() + "}";
            case Opaque(String reason, int size, String _) -> size + " B · " + reason;
        };
    }

    /// All of the value as it may be shown: plain where it is one text or number, else JSON.
    public static String plain(Shown shown) {
        return CsvLine.plain(shown.value());
    }

    /// All of the value as it may be shown, as JSON over several lines.
    public static String pretty(Shown shown) {
        return StateText.pretty(shown.value());
    }

    /// All of the value as it may be shown, as JSON in one line.
    public static String compact(Shown shown) {
        return StateText.compact(shown.value());
    }

    /// `balance`, `owner.name`, `lines.3`; `(all)` for the root.
    public static String path(FieldPath path) {
        return path.isRoot() ? "·" : String.join(".", path.steps());
    }

    /// `+`, `−` or `~`: never colour alone.
    public static String symbol(Change.Kind kind) {
        return switch (kind) {
            case ADDED -> "+";
            case REMOVED -> "−";
            case CHANGED -> "~";
        };
    }

    /// The style class of a kind of change.
    public static String styleClass(Change.Kind kind) {
        return switch (kind) {
            case ADDED -> "change-added";
            case REMOVED -> "change-removed";
            case CHANGED -> "change-changed";
        };
    }

    private static String oneLine(String text) {
        String cut = text.length() > LONG ? text.substring(0, LONG) + " … " + text.length() : text;
        return cut.chars().anyMatch(c -> c < 0x20) || Unseen.isIn(cut) ? JsonText.quoted(cut, LONG + 40) : cut;
    }
}
