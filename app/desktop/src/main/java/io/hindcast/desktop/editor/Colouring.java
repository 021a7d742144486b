package io.hindcast.desktop.editor;

import java.util.List;
import java.util.Locale;

/// How the words of a language are told apart. What it gives has every character of the text, in order.
@FunctionalInterface
public interface Colouring {
    /// The pieces of each line, without line ends.
    List<List<Piece>> of(String text);

    /// A stretch of a line.
    ///
    /// @param kind what it is
    record Piece(Kind kind, String text) {}

    /// The style class is `code-` and the name in lower case.
    enum Kind {
        PLAIN,
        KEY,
        WORD,
        TEXT,
        NUMBER,
        PATH,
        COMMENT,
        MARK;

        String styleClass() {
            return "code-" + name().toLowerCase(Locale.ROOT);
        }
    }

    /// The colouring that fits a file name: scripts by their ending, everything else as YAML (JSON is a part of it).
    static Colouring forFile(String name) {
        String end = name.toLowerCase(Locale.ROOT);
        return end.endsWith(".js") || end.endsWith(".mjs") || end.endsWith(".ts") ? new ScriptColours() : new YamlColours();
    }
}
