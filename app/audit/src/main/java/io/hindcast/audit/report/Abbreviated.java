package io.hindcast.audit.report;

import io.hindcast.engine.state.Printable;

/// Names that must fit into a drawing.
public final class Abbreviated {
    private Abbreviated() {}

    /// At most so many characters, its end replaced by an ellipsis; of a path or a class the beginning, as its end tells more.
    /// Control characters are spelt out.
    public static String to(int most, String text) {
        String safe = Printable.escaped(text);
        int length = safe.codePointCount(0, safe.length());
        if (length > most && safe.matches("[\\w$]+([./:][\\w$]+){2,}")) {
            return "\u2026" + safe.substring(safe.offsetByCodePoints(safe.length(), 1 - most));
        }
        return length <= most ? safe : safe.substring(0, safe.offsetByCodePoints(0, most - 1)) + "\u2026";
    }
}
