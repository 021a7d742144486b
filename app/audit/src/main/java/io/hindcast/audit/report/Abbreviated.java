package io.hindcast.audit.report;

import io.hindcast.engine.state.Printable;

/// Names that must fit into a drawing.
public final class Abbreviated {
    private Abbreviated() {}

    /// At most so many characters, its end replaced by an ellipsis; control characters spelt out.
    public static String to(int most, String text) {
        String safe = Printable.escaped(text);
        int length = safe.codePointCount(0, safe.length());
        return length <= most ? safe : safe.substring(0, safe.offsetByCodePoints(0, most - 1)) + "\u2026";
    }
}
