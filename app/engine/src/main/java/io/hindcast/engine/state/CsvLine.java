package io.hindcast.engine.state;

import java.util.List;
import java.util.stream.Collectors;

/// Lines of CSV by RFC 4180: CRLF, quotes where needed, numbers with their digits. Text that a spreadsheet would take for
/// a formula gets an apostrophe in front; numbers never do.
public final class CsvLine {
    private CsvLine() {}

    /// The line of these cells, its end included.
    public static String of(List<? extends StateValue> cells) {
        return cells.stream().map(CsvLine::cell).map(CsvLine::quoted).collect(Collectors.joining(",")) + "\r\n";
    }

    /// A value as plain text: nothing as nothing, structures as JSON.
    public static String plain(StateValue value) {
        return switch (value) {
            case Absent _, Null _ -> "";
            case Text(String text) -> text;
            case Num number -> number.digits();
            case Bool(boolean truth) -> Boolean.toString(truth);
            case Fields _, Items _, Opaque _ -> StateText.compact(value);
        };
    }

    private static String cell(StateValue value) {
        String text = plain(value);
        boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 && !(value instanceof Num);
        return formula ? "'" + text : text;
    }

    private static String quoted(String cell) {
        return cell.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? '"' + cell.replace("\"", "\"\"") + '"'
                : cell;
    }
}
